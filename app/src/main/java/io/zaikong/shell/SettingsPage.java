package io.zaikong.shell;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 设置: language and theme, and the settings that capabilities contribute to this person. */
@Controller
class SettingsPage {

  private final Menu menu;

  SettingsPage(Menu menu) {
    this.menu = menu;
  }

  @Allow
  @GetMapping("/settings")
  String show(Model model) {
    model.addAttribute("entries", menu.settings(Actor.getCurrent()));
    return "shell/settings";
  }
}
