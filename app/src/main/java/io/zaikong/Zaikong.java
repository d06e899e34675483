package io.zaikong;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The entry point. */
@EnableScheduling
@SpringBootApplication
public class Zaikong {

  private static final int USAGE_ERROR = 2;

  public static void main(String[] args) {
    String command = args.length == 0 ? "" : args[0];
    List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    int exit =
        switch (command) {
          case "start" -> StartCommand.run(rest);
          default -> {
            System.err.println("用法 usage: zaikong start|identify|verify|token …");
            yield USAGE_ERROR;
          }
        };
    if (exit != 0) {
      System.exit(exit);
    }
  }
}
