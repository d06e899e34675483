package io.zaikong;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.access.Tokens;
import io.zaikong.database.Database;
import io.zaikong.database.DatabaseSettings;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code token ACCOUNT [--days N] [--data DIR]}: makes an access token for {@code /api/v1} and
 * prints it as its last line. It is journalled, and expires after N days, 30 unless told.
 */
final class TokenCommand {

  private static final Actor OPERATOR = Actor.system("令牌命令", Scope.everywhere());

  private TokenCommand() {}

  /** 0 done, 1 refused, 2 wrong usage. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Map<String, String> options;
    Duration life;
    try {
      options = SideOptions.parse(arguments, "", "--days", "--data");
      life = Duration.ofDays(Integer.parseInt(options.getOrDefault("--days", "30")));
      if (!options.containsKey("") || life.toDays() < 1 || life.toDays() > 366) {
        throw new IllegalArgumentException("需要账号名,天数为 1–366");
      }
    } catch (IllegalArgumentException e) {
      err.println("token: " + e.getMessage());
      err.println("用法 usage: zaikong token ACCOUNT [--days N] [--data DIR]");
      return 2;
    }
    String username = options.getOrDefault("", "");
    try (Database database = SideOptions.attach(options);
        var context = UseCases.open(pool(database.settings()), Clock.systemUTC())) {
      Tokens tokens = context.getBean(Tokens.class);
      Optional<Account> account =
          OPERATOR.call(() -> context.getBean(Accounts.class).find(username));
      if (account.isEmpty() || account.get().closed()) {
        err.println("没有账号 " + username + "(或已停用) no such account");
        return 1;
      }
      String token =
          OPERATOR.call(() -> tokens.issue(account.get(), "zaikong token", Tokens.SCOPES, life));
      err.println(
          username + " 的访问令牌," + life.toDays() + " 天后失效 expires in " + life.toDays() + " days:");
      out.println(token);
      return 0;
    }
  }

  private static HikariDataSource pool(DatabaseSettings settings) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(settings.url());
    pool.setUsername(settings.app().user());
    pool.setPassword(settings.app().password());
    pool.setMaximumPoolSize(1);
    return pool;
  }
}
