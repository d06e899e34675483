package io.zaikong.telemetry.web;

import io.zaikong.shell.Allow;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.telemetry.Credential;
import io.zaikong.telemetry.Gateway;
import io.zaikong.telemetry.GatewayCredentials;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Makes and withdraws credentials of a gateway. A secret shows in the answer itself, once. */
@Controller
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class CredentialPages {

  private static final String PATH = "/telemetry/gateways/{id:\\d+}/";

  private final GatewayCredentials credentials;
  private final GatewayListPages pages;

  CredentialPages(GatewayCredentials credentials, GatewayListPages pages) {
    this.credentials = credentials;
    this.pages = pages;
  }

  @PostMapping(PATH + "password")
  String makePassword(@PathVariable long id, Model model, HttpServletResponse response) {
    Gateway gateway = pages.find(id);
    return show(gateway, "PASSWORD", credentials.makePassword(gateway), model, response);
  }

  @PostMapping(PATH + "token")
  String makeToken(@PathVariable long id, Model model, HttpServletResponse response) {
    Gateway gateway = pages.find(id);
    return show(gateway, "TOKEN", credentials.makeToken(gateway), model, response);
  }

  private static String show(
      Gateway gateway, String kind, String secret, Model model, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("gateway", gateway);
    model.addAttribute("kind", kind);
    model.addAttribute("secret", secret);
    return "telemetry/web/secret";
  }

  @PostMapping(PATH + "certificate")
  String takeCertificate(
      @PathVariable long id,
      @RequestParam("file") MultipartFile file,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws IOException {
    Gateway gateway = pages.find(id);
    return switch (credentials.takeCertificate(gateway, file.getBytes())) {
      case Done<Long> done -> "redirect:/telemetry/gateways/" + id;
      case Refused<Long> refused -> pages.refuse(gateway, refused, locale, model, response);
    };
  }

  @PostMapping(PATH + "withdraw")
  String withdraw(@PathVariable long id, @RequestParam String kind) {
    Credential.Kind which = SensorOptions.constant(Credential.Kind.class, kind);
    if (which == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    credentials.withdraw(pages.find(id), which);
    return "redirect:/telemetry/gateways/" + id;
  }
}
