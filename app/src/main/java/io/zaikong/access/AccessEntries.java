package io.zaikong.access;

import io.zaikong.shell.Banner;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import io.zaikong.shell.Tone;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this capability adds to the shell. */
@Configuration
class AccessEntries {

  @Bean
  MenuEntry passkeysEntry() {
    return new MenuEntry(Group.SETTINGS, 20, "passkeys.menu", "fingerprint", "/settings/passkeys");
  }

  @Bean
  MenuEntry passwordEntry() {
    return new MenuEntry(Group.SETTINGS, 10, "password.menu", "lock", "/password");
  }

  @Bean
  MenuEntry accountsEntry() {
    return new MenuEntry(Group.SYSTEM, 10, "accounts.title", "users", "/accounts");
  }

  @Bean
  MenuEntry ownTokensEntry() {
    return new MenuEntry(Group.SETTINGS, 30, "tokens.own", "key", "/settings/tokens");
  }

  @Bean
  MenuEntry tokensEntry() {
    return new MenuEntry(Group.SYSTEM, 20, "tokens.title", "key", "/tokens");
  }

  /** Whoever uses an unencrypted installation is told so on every page. */
  @Bean
  Banner.Source insecureBanner(@Value("${zaikong.insecure:false}") boolean insecure) {
    Optional<Banner> banner =
        insecure ? Optional.of(new Banner(Tone.WARNING, "access.insecure")) : Optional.empty();
    return request -> banner;
  }
}
