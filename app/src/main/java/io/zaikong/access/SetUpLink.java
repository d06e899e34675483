package io.zaikong.access;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows the set-up link of an empty installation on the terminal, and nowhere else. */
@Component
class SetUpLink {

  private final SetUp setUp;
  private final AccessProperties properties;

  SetUpLink(SetUp setUp, AccessProperties properties) {
    this.setUp = setUp;
    this.properties = properties;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    String origin = properties.origins().stream().findFirst().orElse("");
    setUp
        .openLink()
        .ifPresent(
            key ->
                System.out.printf(
                    "首次使用,请在 %d 分钟内打开(只能用一次) set up once, within %d minutes:%n  %s/setup?key=%s%n",
                    SetUp.LINK_LIFE.toMinutes(), SetUp.LINK_LIFE.toMinutes(), origin, key));
  }
}
