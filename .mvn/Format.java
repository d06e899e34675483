import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/** Formats (or, with "check", only compares) every Java source of a module changed since last time. */
class Format {
  public static void main(String[] args) throws Exception {
    String mode = args[0];
    Path module = Path.of(args[1]);
    if (mode.equals("skip")) {
      return;
    }
    Path stamp = module.resolve("target/.formatted");
    FileTime last =
        Files.exists(stamp) && !mode.equals("check")
            ? Files.getLastModifiedTime(stamp)
            : FileTime.fromMillis(0);
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    Path sources = module.resolve("src");
    if (Files.isDirectory(sources)) {
      try (var files = Files.walk(sources)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          if (Files.getLastModifiedTime(file).compareTo(last) > 0) {
            format(formatter, file, mode, unformatted);
          }
        }
      }
    }
    if (!unformatted.isEmpty()) {
      unformatted.forEach(f -> System.err.println("not formatted: " + f));
      System.err.println("Run ./zaikong test or mvn process-sources, which formats, and commit.");
      System.exit(1);
    }
    Files.createDirectories(stamp.getParent());
    Files.writeString(stamp, "");
  }

  private static void format(Formatter formatter, Path file, String mode, List<Path> unformatted)
      throws IOException {
    String source = Files.readString(file);
    String formatted;
    try {
      formatted = formatter.formatSourceAndFixImports(source);
    } catch (Exception e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    if (formatted.equals(source)) {
      return;
    }
    if (mode.equals("check")) {
      unformatted.add(file);
    } else {
      Files.writeString(file, formatted);
    }
  }
}
