package io.zaikong;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no source may contain, the few exceptions with their reasons. */
class SourceRulesTests {

  private static final String SLEEP = "\\b(Thread|TimeUnit\\.\\w+)\\.sleep\\(|LockSupport\\.park";

  private static final String PROCESS_WAIT = "waits for another process, measured, not dated";

  private static final String SIDE_CLOCK =
      "makes the clock of a side command, which has no application";

  static List<SourceRule> ofMain() {
    return List.of(
        SourceRule.of(
            "reads the wall clock",
            "\\b(Instant|LocalDate|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime|Year|YearMonth)"
                + "(\\.now\\((?!\\s*\\w*[cC]lock)|::now)|\\bSystem\\.(currentTimeMillis|nanoTime)\\(|\\bClock\\.system|new"
                + " Date\\(\\)",
            "var today = LocalDate.now();",
            Map.of(
                "ShellConfig", "makes the application's one clock",
                "TokenCommand", SIDE_CLOCK,
                "BackupCommand", SIDE_CLOCK,
                "RestoreCommand", SIDE_CLOCK,
                "LocalCertificates", "runs before the application; tests give it a clock",
                "Leftovers", PROCESS_WAIT,
                "Readiness", PROCESS_WAIT,
                "Database", PROCESS_WAIT,
                "EmbeddedPostgres", PROCESS_WAIT)),
        SourceRule.of(
            "acts as the system",
            "\\bActor\\.system\\(|\\bActor::system|new Actor\\(\\s*0\\b",
            "static final Actor ME = Actor.system(\"because\", Scope.everywhere());",
            Map.ofEntries(
                entry("Actor", "defines it"),
                entry("Sealer", "seals every territory's rows; sees none of them by scope"),
                entry("DeliveryWorker", "sends what every territory's acts have raised"),
                entry("Receipts", "takes in what a gateway reports, which is no person"),
                entry("Imports", "closes the imports that a stop of the service cut off"),
                entry(
                    "Regrading",
                    "grades anew by a ruling, also what the one who ruled does not see"),
                entry("DueNotices", "puts what falls due before its owner, in every territory"),
                entry(
                    "Relocation",
                    "writes down that all data left or came; the operator of the machine acts"),
                entry("Interpretations", "lets a ruling begin on its day, when nobody acts"),
                entry("CatalogueLoader", "brings the packaged substances in, at a start"),
                entry("DivisionPlaces", "names of divisions are public"),
                entry("ActorFilter", "reads the account of a request before its scope is known"),
                entry("SecurityConfig", "reads a passkey before it is known whose it is"),
                entry("TokenFilter", "reads a token before it is known whose it is"),
                entry("PasswordSignIn", "reads the account before anyone is signed in"),
                entry("SetUp", "makes the first accounts when there is nobody"),
                entry(
                    "SignInJournal",
                    "writes down a sign-in and a sign-out, when nobody acts yet or any more"),
                entry(
                    "DemoCity",
                    "loads the demonstration into an empty installation, before anyone is there"),
                entry("TokenCommand", "the operator of the machine, who has the data folder"))),
        SourceRule.of("uses Lombok", "\\blombok\\b", "import lombok.Data;", Map.of()),
        SourceRule.of(
            "injects into a field or setter",
            "@Autowired|@(Value|Inject|Resource)(\\([^)]*\\))?\\s+[\\w<>\\[\\]. ]+[;=]",
            "@Value(\"x\") private String name;",
            Map.of()),
        SourceRule.of(
            "prints to the console",
            "\\bSystem\\.(out|err)\\b",
            "System.out.println(1);",
            Map.of(
                "Zaikong", "hands the streams to the commands",
                "StartCommand", "says where the pages are, and why not",
                "FirstLink", "shows the link that only the machine's operator may have",
                "DemoRunner", "shows the demonstration's passwords, once",
                "Training", "runs in the background without a log")),
        SourceRule.of(
            "sleeps",
            SLEEP,
            "Thread.sleep(10);",
            Map.of(
                "Leftovers", "looks whether another process has ended",
                "Readiness", "looks whether the server answers",
                "Database", "looks whether the server of another process answers")),
        SourceRule.of(
            "sends SQL past JdbcClient",
            "\\b(NamedParameter)?JdbcTemplate\\b",
            "JdbcTemplate jdbc;",
            Map.of()));
  }

  static List<SourceRule> ofTests() {
    return List.of(
        SourceRule.of(
            "sleeps",
            SLEEP,
            "TimeUnit.SECONDS.sleep(1);",
            Map.of("Eventually", "the one place that waits for another process or thread")));
  }

  @ParameterizedTest
  @MethodSource("ofMain")
  void noMainSourceBreaksIt(SourceRule rule) {
    assertThat(rule.faults(JavaSource.main())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ofTests")
  void noTestBreaksIt(SourceRule rule) {
    assertThat(rule.faults(JavaSource.tests())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"ofMain", "ofTests"})
  void theRuleFindsItsSample(SourceRule rule) {
    assertThat(rule.faults(List.of(JavaSource.of("app/Sample.java", rule.sample()))))
        .contains(rule.name() + ": Sample");
  }

  @Test
  void commentsAndStringsBreakNoRule() {
    JavaSource harmless =
        JavaSource.of(
            "app/Sample.java",
            """
            /** Not System.out, nor Thread.sleep(1). */
            String s = "LocalDate.now()"; // Actor.system(
            Year y = Year.now(clock);
            void f(@Value("x") Path p) {}
            """);

    assertThat(ofMain()).noneMatch(rule -> rule.isBrokenBy(harmless));
  }
}
