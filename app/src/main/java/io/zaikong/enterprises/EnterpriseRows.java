package io.zaikong.enterprises;

import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enterprises as rows of their table, both ways. */
final class EnterpriseRows {

  private EnterpriseRows() {}

  /** One array a column, for {@code unnest}; lists are joined by line feeds. */
  static Map<String, Object> columns(List<Enterprise> enterprises) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("id", column(enterprises, Enterprise::id, Long[]::new));
    columns.put("code", strings(enterprises, e -> e.creditCode().value()));
    columns.put("name", strings(enterprises, Enterprise::name));
    columns.put("former", strings(enterprises, e -> String.join("\n", e.formerNames())));
    columns.put("division", strings(enterprises, e -> e.division().value()));
    columns.put("address", strings(enterprises, Enterprise::address));
    columns.put("longitude", doubles(enterprises, GeoPoint::longitudeDeg));
    columns.put("latitude", doubles(enterprises, GeoPoint::latitudeDeg));
    columns.put(
        "categories",
        strings(
            enterprises,
            e -> e.categories().stream().map(Enum::name).collect(Collectors.joining("\n"))));
    columns.put("industry", strings(enterprises, Enterprise::industry));
    columns.put("affiliation", strings(enterprises, e -> name(e.affiliation())));
    columns.put("size", strings(enterprises, e -> name(e.size())));
    columns.put("workforce", column(enterprises, Enterprise::workforce, Integer[]::new));
    columns.put("principal", strings(enterprises, e -> e.contacts().principal()));
    columns.put("principal_phone", strings(enterprises, e -> e.contacts().principalPhone()));
    columns.put("safety_manager", strings(enterprises, e -> e.contacts().safetyManager()));
    columns.put(
        "safety_manager_phone", strings(enterprises, e -> e.contacts().safetyManagerPhone()));
    columns.put("contact", strings(enterprises, e -> e.contacts().contact()));
    columns.put("phone", strings(enterprises, e -> e.contacts().phone()));
    columns.put("state", strings(enterprises, e -> e.standing().state().name()));
    columns.put(
        "since",
        strings(
            enterprises,
            e -> {
              LocalDate since = e.standing().since();
              return since == null ? null : since.toString();
            }));
    columns.put("reason", strings(enterprises, e -> e.standing().reason()));
    return columns;
  }

  static Enterprise enterprise(ResultSet row, int number) throws SQLException {
    Double longitude = row.getObject("longitude_deg", Double.class);
    Double latitude = row.getObject("latitude_deg", Double.class);
    String affiliation = row.getString("affiliation");
    String size = row.getString("size");
    return new Enterprise(
        row.getLong("id"),
        new CreditCode(row.getString("credit_code")),
        row.getString("name"),
        texts(row.getArray("former_names")),
        new DivisionCode(row.getString("division_code")),
        row.getString("address"),
        longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude),
        texts(row.getArray("categories")).stream()
            .map(Category::valueOf)
            .collect(Collectors.toSet()),
        row.getString("industry_code"),
        affiliation == null ? null : Affiliation.valueOf(affiliation),
        size == null ? null : EnterpriseSize.valueOf(size),
        row.getObject("workforce", Integer.class),
        new Contacts(
            row.getString("principal"),
            row.getString("principal_phone"),
            row.getString("safety_manager"),
            row.getString("safety_manager_phone"),
            row.getString("contact"),
            row.getString("phone")),
        new Standing(
            OperatingState.valueOf(row.getString("state")),
            row.getObject("state_since", LocalDate.class),
            row.getString("state_reason")),
        row.getObject("merged_into", Long.class));
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static @Nullable String[] strings(
      List<Enterprise> list, Function<Enterprise, @Nullable String> column) {
    return column(list, column, String[]::new);
  }

  private static <V> @Nullable V[] column(
      List<Enterprise> list,
      Function<Enterprise, @Nullable V> column,
      java.util.function.IntFunction<@Nullable V[]> array) {
    return list.stream().map(column).toArray(array);
  }

  private static @Nullable Double[] doubles(
      List<Enterprise> list, Function<GeoPoint, Double> coordinate) {
    return column(
        list,
        e -> {
          GeoPoint position = e.position();
          return position == null ? null : coordinate.apply(position);
        },
        Double[]::new);
  }
}
