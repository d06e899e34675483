package io.zaikong.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the build made for the browser; the file names carry a hash of their content. */
@Component
class Assets {

  private final Properties files = new Properties();

  Assets() {
    try (InputStream list = new ClassPathResource("assets.properties").getInputStream()) {
      files.load(list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of an asset such as {@code app.css}. */
  Optional<String> find(String name) {
    return Optional.ofNullable(files.getProperty(name)).map(file -> "/assets/" + file);
  }
}
