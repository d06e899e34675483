package io.zaikong.notices.web;

import io.zaikong.notices.Receipts;
import io.zaikong.shell.Allow;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where the gateway reports what became of a message; its signature is its sign-in. */
@RestController
class ReceiptEndpoint {

  private static final String PATH = "/gateway/receipts";
  private static final int LARGEST = 16 * 1024;

  private final Receipts receipts;

  ReceiptEndpoint(Receipts receipts) {
    this.receipts = receipts;
  }

  @Allow(everyone = true)
  @PostMapping(PATH)
  ResponseEntity<Void> take(
      @RequestHeader(name = "Zaikong-Timestamp", defaultValue = "") String timestamp,
      @RequestHeader(name = "Zaikong-Signature", defaultValue = "") String signature,
      HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    HttpStatus status =
        switch (receipts.take(timestamp, signature, body)) {
          case TAKEN -> HttpStatus.NO_CONTENT;
          case NOT_SIGNED -> HttpStatus.UNAUTHORIZED;
          case NOT_READABLE -> HttpStatus.BAD_REQUEST;
        };
    return ResponseEntity.status(status).build();
  }

  /** No session and no form: the pages' protections would only be in the way. */
  @Configuration
  static class Access {

    @Bean
    @Order(0)
    SecurityFilterChain byGatewaySignature(HttpSecurity http) {
      return http.securityMatcher(PATH)
          .csrf(csrf -> csrf.disable())
          .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
          .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .build();
    }
  }
}
