package io.zaikong.access;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys (通行密钥) of an account. */
@Service
class Passkeys {

  private final PublicKeyCredentialUserEntityRepository users;
  private final UserCredentialRepository credentials;
  private final Journal journal;

  Passkeys(
      PublicKeyCredentialUserEntityRepository users,
      UserCredentialRepository credentials,
      Journal journal) {
    this.users = users;
    this.credentials = credentials;
    this.journal = journal;
  }

  @Transactional(readOnly = true)
  public List<CredentialRecord> list(String username) {
    @Nullable PublicKeyCredentialUserEntity user = users.findByUsername(username);
    return user == null ? List.of() : credentials.findByUserId(user.getId());
  }

  public Optional<CredentialRecord> findOwn(String id) {
    return list(Actor.getCurrent().username()).stream()
        .filter(key -> key.getCredentialId().toBase64UrlString().equals(id))
        .findFirst();
  }

  /** Does nothing for a passkey that is not the actor's own. */
  @Transactional
  public void deleteOwn(String id) {
    findOwn(id)
        .ifPresent(
            key -> {
              credentials.delete(Bytes.fromBase64(id));
              Actor actor = Actor.getCurrent();
              journal.record(
                  "passkey.delete",
                  Subject.of("org.account", actor.accountId(), actor.home()),
                  Map.of("name", key.getLabel()));
            });
  }
}
