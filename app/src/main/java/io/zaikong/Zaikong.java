package io.zaikong;

import io.zaikong.database.DatabaseUnavailableException;
import io.zaikong.identify.IdentifyCommand;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The entry point. Commands that need no application run before any of it is started. */
@EnableScheduling
@SpringBootApplication
public class Zaikong {

  private static final int FAILED = 1;
  private static final int USAGE_ERROR = 2;

  public static void main(String[] args) {
    String command = args.length == 0 ? "" : args[0];
    List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    if (!command.equals("start")) {
      // A side command's standard output is its answer, nothing else.
      LoggingSystem.get(Zaikong.class.getClassLoader()).beforeInitialize();
    }
    int exit;
    try {
      exit = run(command, rest);
    } catch (DatabaseUnavailableException e) {
      System.err.println(e.getMessage());
      exit = FAILED;
    }
    if (exit != 0 || !command.equals("start")) {
      System.exit(exit);
    }
  }

  private static int run(String command, List<String> rest) {
    PrintStream out = utf8(System.out);
    PrintStream err = utf8(System.err);
    return switch (command) {
      case "start" -> StartCommand.run(rest);
      case "identify" -> IdentifyCommand.run(rest, out, err);
      case "verify" -> VerifyCommand.run(rest, out, err);
      case "backup" -> BackupCommand.run(rest, out, err);
      case "restore" -> RestoreCommand.run(rest, out, err);
      case "token" -> TokenCommand.run(rest, out, err);
      default -> {
        err.println("用法 usage: zaikong start|identify|verify|backup|restore|token …");
        yield USAGE_ERROR;
      }
    };
  }

  /** Whatever the terminal's locale: output is read by programs. */
  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
