/**
 * What waits for whom, until when and by which clause (待办), and what is sent out about it by mail
 * and through gateways for text messages and calls.
 *
 * <p>Knows no capability: whoever raises a notice says its words ({@code notice.KIND} and {@code
 * notice.KIND.act} in its own texts), and {@link io.zaikong.notices.Recipients} tells who holds a
 * post or a role. Invariants: a notice is raised and ended in the transaction of the act; it is
 * raised once however often it is asked for, and never deleted; a message is sent at least once,
 * under one key, or shows as failed; a secret is never shown again; nothing is sent to the own
 * machine or the address of a cloud's metadata.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "journal", "edge"})
package io.zaikong.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
