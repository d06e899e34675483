package io.zaikong.access;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sign-in policy. GB/T 22239-2019 8.1.4.1 asks for limits on failures, time-outs and password
 * complexity without figures; these are the installation's own.
 *
 * @param relyingParty host name that passkeys are bound to
 * @param origins origins from which passkeys are accepted, such as {@code https://zk.example:8443}
 * @param failuresToLock failed sign-ins in a row that lock an account
 * @param failuresOfAddress failed sign-ins from one address within {@code window} before it must
 *     wait
 * @param sessionLife the longest session, however active
 * @param passwordLife after which a password must be changed
 * @param tokenLife the longest life of an access token
 */
@ConfigurationProperties("zaikong.access")
public record AccessProperties(
    @DefaultValue("localhost") String relyingParty,
    @DefaultValue("http://localhost:8080") Set<String> origins,
    @DefaultValue("5") int failuresToLock,
    @DefaultValue("15m") Duration lock,
    @DefaultValue("20") int failuresOfAddress,
    @DefaultValue("5m") Duration window,
    @DefaultValue("12h") Duration sessionLife,
    @DefaultValue("180d") Duration passwordLife,
    @DefaultValue("366d") Duration tokenLife) {}
