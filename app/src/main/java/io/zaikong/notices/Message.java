package io.zaikong.notices;

import java.util.UUID;

/**
 * What is sent to one person by one channel.
 *
 * @param key the same in every attempt, so that a receiver knows a second copy
 * @param href full address of the page where the act is done
 */
record Message(
    UUID key,
    Channel channel,
    String address,
    String subject,
    String text,
    String href,
    boolean urgent) {}
