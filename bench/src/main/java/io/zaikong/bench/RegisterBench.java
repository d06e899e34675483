package io.zaikong.bench;

import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseWorkbook;
import io.zaikong.enterprises.Field;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import io.zaikong.org.Division;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code bench register [enterprises] [people] [requests]}: a workbook of that many enterprises is
 * uploaded, checked and taken in over HTTP while so many people go on saving the record of an
 * enterprise each, a second after their last save was answered; then the lists of the register are
 * timed, one request after the other.
 */
final class RegisterBench {

  private static final int PAUSE_MS = 1_000;
  private static final int UNITS_BEFORE = 4_000;

  private RegisterBench() {}

  static void run(List<String> arguments) throws Exception {
    int enterprises = arguments.isEmpty() ? 60_000 : Integer.parseInt(arguments.get(0));
    int people = arguments.size() < 2 ? 20 : Integer.parseInt(arguments.get(1));
    int requests = arguments.size() < 3 ? 80 : Integer.parseInt(arguments.get(2));
    try (BenchServer server = new BenchServer()) {
      BenchCity city = server.city();
      city.load(UNITS_BEFORE);
      List<Enterprise> known = city.enterprises(people);
      byte[] workbook = workbook(enterprises, city.townships());
      System.out.printf(
          "%d enterprises in a workbook of %d KB; %d people save%n",
          enterprises, workbook.length / 1024, people);
      String base = server.base();
      BenchVisitor importer =
          BenchVisitor.signedIn(
              base, city.officer("bench-city", BenchCity.CITY, Set.of()).username());
      AtomicBoolean over = new AtomicBoolean();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<List<Long>>> saves = new ArrayList<>();
        for (Enterprise one : known) {
          String username = "bench-save-" + one.id();
          city.officer(username, BenchCity.CITY, Set.of());
          BenchVisitor saver = BenchVisitor.signedIn(base, username);
          saves.add(threads.submit(saving(saver, one, over)));
        }
        long begun = System.nanoTime();
        HttpResponse<String> uploaded =
            importer.upload("/imports/enterprises", "bench.xlsx", workbook);
        String page = BenchVisitor.location(uploaded);
        System.out.printf("uploaded and checked in %.1f s%n", (System.nanoTime() - begun) / 1e9);
        long started = System.nanoTime();
        importer.post(page + "/import", Map.of("mode", "ALL_OR_NOTHING"));
        awaitDone(importer, page);
        System.out.printf("taken in in %.1f s%n", (System.nanoTime() - started) / 1e9);
        over.set(true);
        List<Long> nanos = new ArrayList<>();
        for (Future<List<Long>> each : saves) {
          nanos.addAll(each.get());
        }
        System.out.printf("%d saves meanwhile%n", nanos.size());
        System.out.print(Timings.HEAD);
        Timings.print("a save while all that went on", longs(nanos), 0);
      }
      server.owner().sql("vacuum analyze").update();
      measure(base, city, importer, requests);
    }
  }

  private static void measure(String base, BenchCity city, BenchVisitor whole, int requests)
      throws Exception {
    for (String path :
        List.of(
            "/enterprises",
            "/enterprises?sort=name",
            "/enterprises?page=600",
            "/enterprises?page=1200",
            "/enterprises?division=370303",
            "/enterprises?category=MACHINERY",
            "/enterprises?text=" + BenchVisitor.encoded("第777"),
            "/enterprises?text=91370303",
            "/duplicates",
            "/")) {
      whole.time("city officer", path, requests);
    }
    whole.time("city officer", "/enterprises/export", 1, 5);
    BenchVisitor district =
        BenchVisitor.signedIn(
            base, city.officer("bench-district", new DivisionCode("370303"), Set.of()).username());
    for (String path : List.of("/enterprises", "/enterprises?sort=name", "/enterprises?page=100")) {
      district.time("district officer", path, requests);
    }
    whole.post(
        "/census/round",
        Map.of(
            "name",
            "bench",
            "opened_on",
            "2026-01-01",
            "due_on",
            "2026-12-31",
            "categories",
            "MACHINERY"));
    for (String path :
        List.of(
            "/census/status",
            "/census/status/enterprises",
            "/census/status/enterprises?page=300",
            "/census/status/enterprises?division=370303",
            "/")) {
      whole.time("with a round open, city officer", path, requests);
    }
  }

  private static Callable<List<Long>> saving(
      BenchVisitor saver, Enterprise one, AtomicBoolean over) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      fields.put(field.form(), field.text(one));
    }
    return () -> {
      List<Long> nanos = new ArrayList<>();
      for (int workforce = 10; !over.get(); workforce++) {
        fields.put(Field.WORKFORCE.form(), Integer.toString(workforce));
        long begun = System.nanoTime();
        int status = saver.post("/enterprises/" + one.id() + "/change", fields).statusCode();
        nanos.add(System.nanoTime() - begun);
        if (status != 302) {
          throw new IllegalStateException("a save is answered " + status);
        }
        Thread.sleep(PAUSE_MS);
      }
      return nanos;
    };
  }

  private static void awaitDone(BenchVisitor importer, String page)
      throws IOException, InterruptedException {
    while (!importer.get(page).contains("alert-success")) {
      Thread.sleep(250);
    }
  }

  private static byte[] workbook(int enterprises, List<Division> townships) throws IOException {
    Random random = new Random(60_000);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EnterpriseWorkbook.write(
        out,
        rows -> {
          for (int i = 0; i < enterprises; i++) {
            Division township = townships.get(random.nextInt(townships.size()));
            rows.accept(
                Enterprise.stated(
                    CreditCode.completing(
                        "91%sMB%07d".formatted(township.code().value().substring(0, 6), i)),
                    "%s第%d机械有限公司".formatted(township.name(), i),
                    township.code(),
                    "%s发展路%d号".formatted(township.name(), i % 500),
                    new GeoPoint(117.6 + random.nextDouble(), 36.0 + 1.2 * random.nextDouble()),
                    Category.MACHINERY,
                    "",
                    ""));
          }
        });
    return out.toByteArray();
  }

  private static long[] longs(List<Long> nanos) {
    return nanos.stream().mapToLong(Long::longValue).toArray();
  }
}
