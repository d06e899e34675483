package io.zaikong.access;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the set-up link of an empty installation: on the terminal only, never in a log. */
@Component
class FirstLink {

  private final SetUp setUp;
  private final AccessProperties policy;

  FirstLink(SetUp setUp, AccessProperties policy) {
    this.setUp = setUp;
    this.policy = policy;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    setUp
        .openLink()
        .ifPresent(
            key ->
                System.out.printf(
                    "首次使用:30 分钟内打开以下链接(仅能使用一次)%nFirst use: open this link within 30 minutes; it"
                        + " works once%n  %s/setup?key=%s%n",
                    policy.origins().iterator().next(), key));
  }
}
