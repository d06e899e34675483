package io.zaikong.access;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Journals what the framework does by itself: the sign-in by passkey and the sign-out. */
@Component
class SignInJournal {

  private static final Actor SIGN_IN = Actor.system("登录", Scope.everywhere());

  private final Accounts accounts;
  private final Journal journal;
  private final TransactionTemplate transactions;

  SignInJournal(Accounts accounts, Journal journal, PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.journal = journal;
    this.transactions = new TransactionTemplate(transactions);
  }

  @EventListener
  void onSignIn(InteractiveAuthenticationSuccessEvent event) {
    if (event.getAuthentication() instanceof WebAuthnAuthentication passkey) {
      record("sign_in", passkey, "passkey");
    }
  }

  @EventListener
  void onSignOut(LogoutSuccessEvent event) {
    record("sign_out", event.getAuthentication(), "");
  }

  private void record(String act, Authentication who, String means) {
    SIGN_IN
        .call(() -> accounts.find(who.getName()))
        .ifPresent(
            account ->
                SIGN_IN
                    .call(() -> accounts.actorOf(account, null, address(who)))
                    .run(
                        () ->
                            transactions.executeWithoutResult(
                                status ->
                                    journal.record(
                                        act,
                                        Subject.of("org.account", account.id(), account.division()),
                                        Map.of("username", account.username(), "means", means)))));
  }

  private static String address(Authentication who) {
    if (who.getDetails() instanceof WebAuthenticationDetails details
        && details.getRemoteAddress() != null) {
      return details.getRemoteAddress();
    }
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? current.getRequest().getRemoteAddr()
        : "";
  }
}
