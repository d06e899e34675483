package io.zaikong.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a list is asked for, and how its links are made: everything stands in the address.
 *
 * @param filters the filter fields that are filled in
 * @param sort column name; empty for the list's own order
 * @param number of the page, from 1
 * @param total rows that the filters leave; 0 until known
 */
public record Listing(
    String path,
    Map<String, String> filters,
    String sort,
    boolean descending,
    int number,
    int size,
    long total) {

  private static final int SIZE = 50;
  private static final int LAST = 1_000_000;

  public Listing {
    filters = Map.copyOf(filters);
  }

  /** What the address of the request asks for; fields page, sort and desc are its own. */
  public static Listing of(HttpServletRequest request) {
    Map<String, String> filters = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.matches("(?!(page|sort|desc)$)[A-Za-z]\\w*") && !values[0].isBlank()) {
                filters.put(name, values[0].strip());
              }
            });
    String page = request.getParameter("page");
    int number = page != null && page.matches("\\d{1,7}") ? Integer.parseInt(page) : 1;
    String sort = request.getParameter("sort");
    return new Listing(
        request.getRequestURI(),
        filters,
        sort == null ? "" : sort,
        request.getParameter("desc") != null,
        Math.clamp(number, 1, LAST),
        SIZE,
        0);
  }

  /** The first page, with nothing filtered or sorted. */
  public static Listing first(String path) {
    return new Listing(path, Map.of(), "", false, 1, SIZE, 0);
  }

  public Listing withTotal(long rows) {
    return new Listing(path, filters, sort, descending, number, size, rows);
  }

  /** The value of a filter field; empty when it is not filled in. */
  public String filter(String name) {
    return filters.getOrDefault(name, "");
  }

  /** The day of a filter field; empty when it is not filled in, or with no day. */
  public Optional<LocalDate> findDate(String name) {
    return findDay(filter(name));
  }

  /** The day that was typed into a field; empty when it is none. */
  public static Optional<LocalDate> findDay(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  public long offset() {
    return (number - 1L) * size;
  }

  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  public long first() {
    return total == 0 ? 0 : offset() + 1;
  }

  public long last() {
    return Math.min(total, offset() + size);
  }

  public String hrefPage(int page) {
    return href(path, sort, descending, page);
  }

  /** Sorts by the column, or turns the order when it is sorted by it already. */
  public String hrefSort(String column) {
    return href(path, column, column.equals(sort) && !descending, 1);
  }

  /** Another address with the same filters and order, such as the export's. */
  public String hrefAt(String otherPath) {
    return href(otherPath, sort, descending, 1);
  }

  private String href(String to, String column, boolean isDescending, int page) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(to);
    filters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
    if (!column.isEmpty()) {
      uri.queryParam("sort", "{sort}");
    }
    if (isDescending) {
      uri.queryParam("desc", "1");
    }
    if (page > 1) {
      uri.queryParam("page", page);
    }
    Map<String, String> values = new LinkedHashMap<>(filters);
    values.put("sort", column);
    return uri.encode().buildAndExpand(values).toUriString();
  }
}
