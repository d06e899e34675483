package io.zaikong.org.web;

import io.zaikong.org.Accounts;
import io.zaikong.org.Divisions;
import io.zaikong.org.Divisions.Dated;
import io.zaikong.org.EnterpriseNames;
import io.zaikong.org.EnterpriseNames.Named;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a field suggests while one types into it: records in the administrator's sight. The text is
 * the call's only parameter, whatever the field's name.
 */
@Controller
@Allow({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR})
class SuggestPages {

  private static final int MOST = 20;

  private final Divisions divisions;
  private final EnterpriseNames enterprises;
  private final Accounts accounts;

  SuggestPages(Divisions divisions, EnterpriseNames enterprises, Accounts accounts) {
    this.divisions = divisions;
    this.enterprises = enterprises;
    this.accounts = accounts;
  }

  @GetMapping("/suggest/divisions")
  String divisions(@RequestParam Map<String, String> field, Model model) {
    return suggest(
        field, text -> divisions.search(text, 0, MOST).stream().map(Dated::label).toList(), model);
  }

  @GetMapping("/suggest/enterprises")
  String enterprises(@RequestParam Map<String, String> field, Model model) {
    return suggest(
        field, text -> enterprises.search(text, MOST).stream().map(Named::label).toList(), model);
  }

  @GetMapping("/suggest/accounts")
  String accounts(@RequestParam Map<String, String> field, Model model) {
    return suggest(
        field,
        text ->
            accounts.search(text, MOST).stream()
                .map(a -> a.username() + " " + a.personName())
                .toList(),
        model);
  }

  private static String suggest(
      Map<String, String> field, Function<String, List<String>> search, Model model) {
    String text = field.values().stream().findFirst().orElse("").strip();
    model.addAttribute("options", text.isEmpty() ? List.of() : search.apply(text));
    return "org/web/options";
  }
}
