package io.zaikong.identify;

import io.zaikong.calc.hazard.Identification;
import io.zaikong.calc.hazard.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code identify FILE}: judges the units of a JSON file ({@code -}: standard input) by the edition
 * in force and prints one JSON line a unit. Either all units are printed or none: exit 0, or 1 with
 * a line for each problem on standard error; 2 for wrong usage.
 */
public final class IdentifyCommand {

  private static final int LARGEST_BYTES = 64 << 20;
  private static final String USAGE = "用法: zaikong identify FILE(FILE 为 - 时读标准输入)";

  private IdentifyCommand() {}

  public static int run(List<String> args, PrintStream out, PrintStream err) {
    return run(args, System.in, out, err);
  }

  static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
    if (args.size() != 1 || (args.getFirst().startsWith("-") && !args.getFirst().equals("-"))) {
      err.println(USAGE);
      return 2;
    }
    try {
      return judge(read(args.getFirst(), in), out, err);
    } catch (UnreadableInput e) {
      e.lines().forEach(err::println);
      return 1;
    }
  }

  private static int judge(byte[] json, PrintStream out, PrintStream err) throws UnreadableInput {
    ClassifiedSite site = ClassifiedSite.of(IdentifyInput.parse(json));
    switch (site.identify()) {
      case Identification.Refused refused -> {
        for (Problem problem : refused.problems()) {
          err.println(problem.text(Locale.CHINESE));
        }
        return 1;
      }
      case Identification.Identified identified -> {
        for (int i = 0; i < identified.units().size(); i++) {
          out.print(IdentifyOutput.line(identified.units().get(i), site, i));
          out.print('\n');
        }
        if (out.checkError()) {
          err.println("结果未能写到标准输出");
          return 1;
        }
        return 0;
      }
    }
  }

  private static byte[] read(String file, InputStream in) throws UnreadableInput {
    try (InputStream source = file.equals("-") ? in : Files.newInputStream(Path.of(file))) {
      byte[] bytes = source.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        throw new UnreadableInput("输入超过 64 MiB");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new UnreadableInput("文件不存在:" + Problem.shown(file));
    } catch (IOException | InvalidPathException e) {
      throw new UnreadableInput("文件不能读取:" + Problem.shown(file));
    }
  }
}
