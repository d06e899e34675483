package io.zaikong.access;

import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Who may reach what before any handler is asked: the API by token, the pages by session. */
@Configuration
@EnableConfigurationProperties(AccessProperties.class)
@EnableMultiFactorAuthentication(authorities = {})
class SecurityConfig {

  private static final Actor SIGN_IN = Actor.system("passkey sign-in", Scope.everywhere());
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  @Bean
  @Order(1)
  SecurityFilterChain byToken(
      HttpSecurity http,
      Tokens tokens,
      Accounts accounts,
      Passkeys passkeys,
      AccessProperties policy,
      Clock clock) {
    return http.securityMatcher("/api/**")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .addFilterBefore(new TokenFilter(tokens), AuthorizationFilter.class)
        .addFilterAfter(
            new ActorFilter(accounts, passkeys, policy, clock), AuthorizationFilter.class)
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(ApiProblems::unauthorized)
                    .accessDeniedHandler(ApiProblems::forbidden))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain bySession(
      HttpSecurity http,
      PasswordSignIn password,
      SignInFailure failure,
      Accounts accounts,
      Passkeys passkeys,
      AccessProperties policy,
      Clock clock) {
    return http.authenticationManager(new ProviderManager(password))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        "/login",
                        "/setup",
                        "/assets/**",
                        "/ca.crt",
                        "/language",
                        "/theme",
                        "/webauthn/authenticate/options",
                        "/login/webauthn")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(form -> form.loginPage("/login").failureHandler(failure).defaultSuccessUrl("/"))
        .webAuthn(
            webAuthn ->
                webAuthn
                    .rpName("在控")
                    .rpId(policy.relyingParty())
                    .allowedOrigins(policy.origins())
                    .disableDefaultRegistrationPage(true))
        .logout(logout -> logout.logoutSuccessUrl("/login?out"))
        .addFilterAfter(
            new ActorFilter(accounts, passkeys, policy, clock), AuthorizationFilter.class)
        .exceptionHandling(e -> e.authenticationEntryPoint(entryPoint()))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                    .frameOptions(frames -> frames.deny())
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        p -> p.policy("camera=(self), geolocation=(self), microphone=()")))
        .csrf(Customizer.withDefaults())
        .build();
  }

  /** A part of a page answers 401, so that what was typed stays; a whole page goes to the login. */
  private static DelegatingAuthenticationEntryPoint entryPoint() {
    return new DelegatingAuthenticationEntryPoint(
        new LoginUrlAuthenticationEntryPoint("/login"),
        List.of(
            new org.springframework.security.web.util.matcher.RequestMatcherEntry<>(
                new RequestHeaderRequestMatcher("HX-Request"),
                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))));
  }

  /** Accounts as the passkey sign-in wants them; a password is never checked through this. */
  @Bean
  UserDetailsService passkeyAccounts(Accounts accounts, Clock clock) {
    return username -> {
      Account account =
          SIGN_IN
              .call(() -> accounts.find(username))
              .filter(a -> !a.closed() && !a.isLocked(clock.instant()))
              .orElseThrow(() -> new UsernameNotFoundException("no such account"));
      return User.withUsername(account.username()).password("").authorities(List.of()).build();
    };
  }

  @Bean
  PublicKeyCredentialUserEntityRepository passkeyUsers(JdbcOperations jdbc) {
    return new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
  }

  @Bean
  UserCredentialRepository passkeyCredentials(JdbcOperations jdbc) {
    return new JdbcUserCredentialRepository(jdbc);
  }
}
