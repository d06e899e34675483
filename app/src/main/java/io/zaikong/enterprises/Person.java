package io.zaikong.enterprises;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in an enterprise.
 *
 * @param teamId null for somebody of no team
 */
public record Person(
    long id, String name, Set<PersonPost> posts, @Nullable Long teamId, String phone) {

  public Person {
    posts = java.util.Collections.unmodifiableSet(new TreeSet<>(posts));
  }
}
