package io.zaikong;

import io.zaikong.hazards.IdentifyCommand;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The entry point. Commands that need no application run before any of it is started. */
@SpringBootApplication
public class Zaikong {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("identify")) {
      System.exit(IdentifyCommand.run(rest(args), utf8(System.out), utf8(System.err)));
    }
    SpringApplication.run(Zaikong.class, args);
  }

  private static List<String> rest(String[] args) {
    return Arrays.asList(args).subList(1, args.length);
  }

  /** Whatever the terminal's locale: output is read by programs. */
  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
