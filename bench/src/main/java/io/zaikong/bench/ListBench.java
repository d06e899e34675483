package io.zaikong.bench;

import io.zaikong.Zaikong;
import io.zaikong.database.Credentials;
import io.zaikong.database.DataFolder;
import io.zaikong.database.Database;
import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code bench list [units] [requests]}: pages and API of the list of units over HTTP, one request
 * after the other, against the real application and a database of that many units with its policies
 * on. Prints milliseconds from sending a request to having its whole answer.
 */
final class ListBench {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int WARM_UP = 30;

  /** The facts of so many filed sources, as the triggers would keep them. */
  private static final String ASSESSED =
      """
      insert into filings.standing (source_id, assessment_id, assessed_on, assessed_level, quantitative_required,
        quantitative_done, filed_id, filed_version, filed_state, filed_assessment, filed_submitted_on, filed_on, number,
        roles, technical_from, technical_on, operational_from, operational_on)
      select id, id, day, level, false, false, filed, sign(filed), case when filed > 0 then 'FILED' end, filed, day, day,
        filed::text, '{OPERATIONAL,PRINCIPAL,TECHNICAL}', day, day + 30, day, day + 60
      from (select s.id, s.level, case when s.id % 2 = 0 then s.id end as filed, date '2024-01-01' + (s.id % 1000)::int as day
        from hazards.source s where s.level is not null order by s.id limit ?) as drawn
      """;

  private static final int FILED = 3_000;

  private final String base;
  private final int requests;

  private ListBench(String base, int requests) {
    this.base = base;
    this.requests = requests;
  }

  static void run(List<String> arguments) throws Exception {
    int units = arguments.isEmpty() ? 60_000 : Integer.parseInt(arguments.get(0));
    int requests = arguments.size() < 2 ? 200 : Integer.parseInt(arguments.get(1));
    Path data = Files.createTempDirectory("zaikong-bench");
    try (DataFolder folder = DataFolder.open(data);
        Database database = Database.open(folder, Map.of(), System.err::println);
        ServerSocket free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      free.close();
      try (ConfigurableApplicationContext application = start(database, data, port)) {
        BenchCity city = new BenchCity(application);
        long begun = System.nanoTime();
        int loaded = city.load(units);
        System.out.printf(
            "%d units loaded through the census in %.1f s%n",
            loaded, (System.nanoTime() - begun) / 1e9);
        Credentials owner = database.settings().owner();
        JdbcClient all =
            JdbcClient.create(
                new DriverManagerDataSource(
                    database.settings().url(), owner.user(), owner.password()));
        System.out.printf(
            "%d of %d major units assessed, half of those filed%n",
            all.sql(ASSESSED).param(FILED).update(),
            all.sql("select count(level) from hazards.source").query(Long.class).single());
        all.sql("vacuum analyze").update();
        new ListBench("http://localhost:" + port, requests).measure(city);
      }
    } finally {
      delete(data);
    }
  }

  private static ConfigurableApplicationContext start(Database database, Path data, int port) {
    Map<String, Object> properties = new LinkedHashMap<>(database.settings().springProperties());
    properties.put("server.port", port);
    properties.put("server.address", "127.0.0.1");
    properties.put("zaikong.data", data.toString());
    properties.put("zaikong.access.relying-party", "localhost");
    properties.put("zaikong.access.origins", "http://localhost:" + port);
    SpringApplication spring = new SpringApplication(Zaikong.class);
    spring.setDefaultProperties(properties);
    spring.addInitializers(
        context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", properties)));
    return spring.run();
  }

  private void measure(BenchCity city) throws Exception {
    Account cityOfficer = city.officer("bench-city", BenchCity.CITY, Set.of());
    Account districtOfficer = city.officer("bench-district", new DivisionCode("370303"), Set.of());
    Account sectorOfficer =
        city.officer("bench-sector", BenchCity.CITY, Set.of(Category.HAZCHEM_PRODUCTION.name()));
    HttpClient whole = signIn(cityOfficer.username());
    HttpClient district = signIn(districtOfficer.username());
    System.out.printf("%-58s %8s %8s %8s %8s%n", "ms", "p50", "p95", "p99", "KB");
    for (String path :
        List.of(
            "/hazards/units",
            "/hazards/units?sort=worst&desc=1",
            "/hazards/units?sort=s",
            "/hazards/units?sort=name",
            "/hazards/units?sort=division",
            "/hazards/units?sort=newest",
            "/hazards/units?grade=MAJOR",
            "/hazards/units?grade=LEVEL_1&kind=STORAGE",
            "/hazards/units?division=370303",
            "/hazards/units?text=" + encoded("液氨"),
            "/hazards/units?text=" + encoded("第777化工"),
            "/hazards/units?page=600",
            "/hazards/units?page=1200",
            "/hazards/units?sort=name&page=1200",
            "/",
            "/filings",
            "/filings?due=OVERDUE",
            "/filings?state=FILED&page=10",
            "/hazards/sources",
            "/hazards/sources.geojson",
            "/hazards/rules")) {
      time("city officer " + path, whole, request(path, ""));
    }
    for (String path :
        List.of(
            "/hazards/units",
            "/hazards/units?sort=name",
            "/hazards/units?sort=newest",
            "/hazards/units?grade=MAJOR",
            "/hazards/units?page=100",
            "/hazards/units?text=" + encoded("液氨"),
            "/filings",
            "/")) {
      time("district officer " + path, district, request(path, ""));
    }
    HttpClient sector = signIn(sectorOfficer.username());
    for (String path :
        List.of("/hazards/units", "/hazards/units?sort=name", "/hazards/units?page=100", "/")) {
      time("officer of a sector " + path, sector, request(path, ""));
    }
    time("city officer /hazards/units/export", whole, request("/hazards/units/export", ""), 2, 10);
    String token = city.token(cityOfficer);
    for (String path :
        List.of(
            "/api/v1/units",
            "/api/v1/units?size=1000",
            "/api/v1/units?page=1200",
            "/api/v1/figures/hazards.sources",
            "/api/v1/figures/hazards.sources?division=370303",
            "/api/v1/figures/hazards.major?level=1")) {
      time("city token " + path, HttpClient.newHttpClient(), request(path, token));
    }
    String districtToken = city.token(districtOfficer);
    time(
        "district token /api/v1/figures/hazards.sources?division=370300",
        HttpClient.newHttpClient(),
        request("/api/v1/figures/hazards.sources?division=370300", districtToken));
  }

  private HttpRequest request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).GET();
    return token.isEmpty()
        ? request.build()
        : request.header("Authorization", "Bearer " + token).build();
  }

  private void time(String name, HttpClient client, HttpRequest request) throws Exception {
    time(name, client, request, WARM_UP, requests);
  }

  private static void time(
      String name, HttpClient client, HttpRequest request, int warmUp, int measured)
      throws Exception {
    long[] nanos = new long[measured];
    int size = 0;
    for (int i = -warmUp; i < measured; i++) {
      long begun = System.nanoTime();
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      long taken = System.nanoTime() - begun;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
      }
      if (i >= 0) {
        nanos[i] = taken;
        size = answer.body().length;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-58s %8.1f %8.1f %8.1f %8d%n",
        java.net.URLDecoder.decode(name, StandardCharsets.UTF_8),
        at(nanos, 50),
        at(nanos, 95),
        at(nanos, 99),
        size / 1024);
  }

  private static double at(long[] sorted, int percent) {
    return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1] / 1e6;
  }

  private HttpClient signIn(String username) throws Exception {
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    Matcher csrf = CSRF.matcher(client.send(request("/login", ""), BodyHandlers.ofString()).body());
    if (!csrf.find()) {
      throw new IllegalStateException("the login page has no token");
    }
    String form =
        "_csrf="
            + encoded(csrf.group(1).replace("&#43;", "+").replace("&#61;", "="))
            + "&username="
            + username
            + "&password="
            + BenchCity.PASSWORD;
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(base + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    if (answer.headers().firstValue("Location").orElse("/login").contains("/login")) {
      throw new IllegalStateException(username + " cannot sign in");
    }
    return client;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
