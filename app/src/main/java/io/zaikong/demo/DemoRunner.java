package io.zaikong.demo;

import io.zaikong.demo.DemoCity.Loading.Loaded;
import io.zaikong.demo.DemoCity.Loading.Present;
import io.zaikong.demo.DemoCity.Loading.Refused;
import io.zaikong.demo.DemoCity.Wish;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code start --demo}: loads the city before the application says that it is ready. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnBooleanProperty("zaikong.demo")
class DemoRunner implements ApplicationRunner {

  private final DemoCity city;
  private final String asOf;
  private final int enterprises;
  private final Clock clock;

  /**
   * @param asOf a date, or empty for today
   * @param enterprises how many the city shall have
   */
  DemoRunner(
      DemoCity city,
      @Value("${zaikong.as-of:}") String asOf,
      @Value("${zaikong.demo-enterprises:6000}") int enterprises,
      Clock clock) {
    this.city = city;
    this.asOf = asOf;
    this.enterprises = enterprises;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    PrintStream out = System.out;
    Optional<LocalDate> wanted =
        asOf.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(asOf));
    Instant from = clock.instant();
    switch (city.load(new Wish(wanted, enterprises), line -> out.println("演示城市 demo: " + line))) {
      case Loaded loaded -> {
        Duration took = Duration.between(from, clock.instant());
        out.println("演示城市 demo: 用时 took " + took.toSeconds() + " s");
        print(loaded, out);
      }
      case Present(LocalDate day) -> {
        out.println("演示城市已在 the demonstration city is loaded, as of " + day);
        wanted
            .filter(other -> !other.equals(day))
            .ifPresent(
                other ->
                    out.println(
                        "首次装入的日期保持不变 the first load's date stays; --as-of "
                            + other
                            + " is ignored"));
        out.println("账号 accounts: " + String.join(" ", DemoAccounts.USERNAMES));
        out.println("密码在首次装入时已显示 their passwords were printed at the first load");
      }
      case Refused() ->
          out.println(
              "本系统已有账号,未装入演示城市 this installation has accounts already:"
                  + " the demonstration city was not loaded");
    }
  }

  private static void print(Loaded loaded, PrintStream out) {
    out.printf(
        "演示城市已装入 loaded as of %s: 企业 enterprises %d, 危险源 sources %d, 单元 units %d, 重大危险源 major"
            + " %d%n",
        loaded.asOf(),
        loaded.summary().enterprises(),
        loaded.sources(),
        loaded.summary().added(),
        loaded.summary().major());
    out.println("以下密码只显示这一次 these passwords are shown only this once:");
    TextTable.of(List.of("账号 account", "人员 who", "辖区 territory", "密码 password"), rows(loaded))
        .forEach(out::println);
  }

  private static List<List<String>> rows(Loaded loaded) {
    return loaded.accounts().stream()
        .map(a -> List.of(a.username(), a.who(), a.territory(), a.password()))
        .toList();
  }
}
