package io.zaikong.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One line above every page, such as the warning that the connection is not encrypted. */
public record Banner(Tone tone, String textKey) {

  /** Contributed as a bean; the first that has something to say is shown. */
  public interface Source {
    Optional<Banner> findBanner(HttpServletRequest request);
  }
}
