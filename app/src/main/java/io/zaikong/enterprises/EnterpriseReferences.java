package io.zaikong.enterprises;

/**
 * Whoever holds references to enterprises contributes one as a bean, so that they follow when two
 * records turn out to be one enterprise.
 */
@FunctionalInterface
public interface EnterpriseReferences {

  /** Moves what the merged record has to the surviving one, in the caller's transaction. */
  void follow(Enterprise merged, Enterprise survivor);
}
