package io.zaikong.notices.web;

import io.zaikong.notices.Gateway;
import io.zaikong.notices.Gateway.Kind;
import io.zaikong.notices.Gateway.Security;
import io.zaikong.notices.Gateways;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Page;
import io.zaikong.shell.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 消息发送: mail server, gateway for text messages and calls, quiet hours. */
@Controller
@Allow(Role.SYSTEM_ADMINISTRATOR)
class GatewayPages {

  private static final String PATH = "/settings/delivery";
  private static final String DONE = "redirect:" + PATH;

  private final Gateways gateways;

  GatewayPages(Gateways gateways) {
    this.gateways = gateways;
  }

  /** Three forms, and whether the first two have something that can be removed and a secret. */
  record GatewayView(
      Form smtp,
      Form hook,
      Form quiet,
      boolean hasSmtp,
      boolean hasHook,
      boolean hasPassword,
      boolean hasSecret) {

    Map<String, String> securities(Page page) {
      Map<String, String> options = new LinkedHashMap<>();
      for (Security each : Security.values()) {
        options.put(each.name(), page.text("notices.smtp.security." + each));
      }
      return options;
    }
  }

  @GetMapping(PATH)
  String show(Model model) {
    return show(smtpForm(), hookForm(), quietForm(), model);
  }

  @PostMapping(PATH + "/smtp")
  String keepSmtp(
      @RequestParam(defaultValue = "") String host,
      @RequestParam(defaultValue = "") String port,
      @RequestParam(defaultValue = "STARTTLS") Security security,
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String sender,
      Model model) {
    int number = port.strip().matches("\\d{1,5}") ? Integer.parseInt(port.strip()) : 0;
    Outcome<Gateway> outcome =
        gateways.keepSmtp(
            new Gateway(
                Kind.SMTP, host.strip(), number, security, username.strip(), sender.strip()),
            password);
    if (outcome instanceof Refused<Gateway> refused) {
      Form typed =
          Form.of(
              Map.of(
                  "host",
                  host,
                  "port",
                  port,
                  "security",
                  security.name(),
                  "username",
                  username,
                  "sender",
                  sender));
      return show(typed.withFault(refused), hookForm(), quietForm(), model);
    }
    return DONE;
  }

  @PostMapping(PATH + "/hook")
  String keepHook(
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "") String secret,
      Model model) {
    Outcome<Gateway> outcome = gateways.keepHook(url.strip(), secret.strip());
    if (outcome instanceof Refused<Gateway> refused) {
      return show(smtpForm(), Form.of(Map.of("url", url)).withFault(refused), quietForm(), model);
    }
    return DONE;
  }

  @PostMapping(PATH + "/quiet")
  String keepQuietHours(@RequestParam(defaultValue = "") String quiet, Model model) {
    if (gateways.keepQuietHours(quiet.strip()) instanceof Refused<?> refused) {
      return show(
          smtpForm(), hookForm(), Form.of(Map.of("quiet", quiet)).withFault(refused), model);
    }
    return DONE;
  }

  @PostMapping(PATH + "/remove")
  String remove(@RequestParam Kind kind) {
    gateways.remove(kind);
    return DONE;
  }

  private Form smtpForm() {
    return gateways
        .find(Kind.SMTP)
        .map(
            smtp ->
                Form.of(
                    Map.of(
                        "host",
                        smtp.address(),
                        "port",
                        Integer.toString(smtp.port()),
                        "security",
                        String.valueOf(smtp.security()),
                        "username",
                        smtp.username(),
                        "sender",
                        smtp.sender())))
        .orElse(Form.of(Map.of("port", "587", "security", Security.STARTTLS.name())));
  }

  private Form hookForm() {
    Optional<Gateway> hook = gateways.find(Kind.HOOK);
    return Form.of(Map.of("url", hook.map(Gateway::address).orElse("")));
  }

  private Form quietForm() {
    return Form.of(Map.of("quiet", gateways.quietHours().text()));
  }

  private String show(Form smtp, Form hook, Form quiet, Model model) {
    model.addAttribute(
        "view",
        new GatewayView(
            smtp,
            hook,
            quiet,
            gateways.find(Kind.SMTP).isPresent(),
            gateways.find(Kind.HOOK).isPresent(),
            gateways.hasSecret(Kind.SMTP),
            gateways.hasSecret(Kind.HOOK)));
    return "notices/web/gateways";
  }
}
