package io.zaikong.hazards.web;

import io.zaikong.hazards.Rulings;
import io.zaikong.hazards.Rulings.Progress;
import io.zaikong.hazards.Rulings.State;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How far units have been graded anew, on the page of whatever rule it is for. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class RegradingPages {

  private static final String RULES = "/hazards/rules";

  private final Rulings rulings;

  RegradingPages(Rulings rulings) {
    this.rulings = rulings;
  }

  /** The part of a page that moves meanwhile. */
  @GetMapping("/hazards/regradings/{id}")
  String progress(@PathVariable long id, Model model, HttpServletResponse response) {
    Progress progress =
        rulings
            .findProgress(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (progress.state() != State.RUNNING) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("progress", progress);
    return "hazards/web/regrading";
  }

  /** Back on the page, what is refused shows: it runs already, or may not be resumed by him. */
  @Allow(Role.OFFICER)
  @PostMapping("/hazards/regradings/{id}/resume")
  String resume(@PathVariable long id, @RequestParam(defaultValue = RULES) String back) {
    rulings.resume(id);
    return "redirect:" + (back.matches(RULES + "(/limits)?(/\\w+)?") ? back : RULES);
  }
}
