package io.zaikong.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may call a handler. A handler without it is refused, so forgetting it hides a page
 * and never opens one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allow {

  /** Any one of these is enough; empty means every signed-in person. */
  Role[] value() default {};

  /** Open to anyone, signed in or not: the login page and the like. */
  boolean everyone() default false;

  /** What an access token must carry to call it, such as {@code hazards:read}; empty: no token. */
  String token() default "";
}
