package io.zaikong.org.web;

import io.zaikong.org.Agencies.Kind;
import io.zaikong.shell.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the forms offer, in words. */
final class AgencyOptions {

  private AgencyOptions() {}

  static Map<String, String> kinds(Page page) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.name(), page.text("agency.kind." + kind.name()));
    }
    return kinds;
  }
}
