package io.zaikong.enterprises;

import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EnterpriseStore {

  private final JdbcClient jdbc;

  EnterpriseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Enterprise> find(long id) {
    return jdbc.sql("select * from enterprises.enterprise where id = ?")
        .param(id)
        .query(EnterpriseStore::enterprise)
        .optional();
  }

  List<Enterprise> listByCode(Collection<String> creditCodes) {
    return jdbc.sql("select * from enterprises.enterprise where credit_code = any (?::text[])")
        .param(creditCodes.toArray(String[]::new))
        .query(EnterpriseStore::enterprise)
        .list();
  }

  List<String> listRegistered(Collection<String> creditCodes) {
    return jdbc.sql("select * from enterprises.registered(?::text[])")
        .param(creditCodes.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  List<Enterprise> list(EnterpriseFilter filter, int offset, int limit) {
    return jdbc.sql(
            """
            select * from enterprises.enterprise
            where (:division::text is null or shell.codes_in(:division) @> division_code)
              and (:sector::text is null or sector = :sector)
              and (:text::text is null or position(:text in name) > 0 or credit_code = :text)
            order by division_code, id offset :offset limit :limit
            """)
        .params(parameters(filter))
        .param("offset", offset)
        .param("limit", limit)
        .query(EnterpriseStore::enterprise)
        .list();
  }

  long count(EnterpriseFilter filter) {
    return jdbc.sql(
            """
            select count(*) from enterprises.enterprise
            where (:division::text is null or shell.codes_in(:division) @> division_code)
              and (:sector::text is null or sector = :sector)
              and (:text::text is null or position(:text in name) > 0 or credit_code = :text)
            """)
        .params(parameters(filter))
        .query(Long.class)
        .single();
  }

  Map<String, Long> countBelow(DivisionCode parent) {
    Map<String, Long> counts = new LinkedHashMap<>();
    int length = parent.level() == DivisionCode.Level.DISTRICT ? 9 : 6;
    jdbc.sql(
            """
            select left(division_code, ?) as code, count(*) as n from enterprises.enterprise
            where shell.codes_in(?) @> division_code group by 1 order by 1
            """)
        .params(length, parent.value())
        .query((row, number) -> counts.put(row.getString("code"), row.getLong("n")))
        .list();
    return counts;
  }

  Map<String, Long> insertAll(List<Enterprise> enterprises, Instant at) {
    Map<String, Long> ids = new HashMap<>();
    jdbc.sql(
            """
            insert into enterprises.enterprise (credit_code, name, division_code, address, longitude_deg,
              latitude_deg, sector, contact, phone, created_at, changed_at)
            select credit_code, name, division_code, address, longitude_deg, latitude_deg, sector, contact, phone,
              :at, :at
            from unnest(:code::text[], :name::text[], :division::text[], :address::text[], :longitude::float8[],
                        :latitude::float8[], :sector::text[], :contact::text[], :phone::text[])
              as e (credit_code, name, division_code, address, longitude_deg, latitude_deg, sector, contact, phone)
            returning id, credit_code
            """)
        .params(columns(enterprises))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, number) -> ids.put(row.getString("credit_code"), row.getLong("id")))
        .list();
    return ids;
  }

  void updateAll(List<Enterprise> enterprises, Instant at) {
    jdbc.sql(
            """
            update enterprises.enterprise t set name = e.name, division_code = e.division_code, address = e.address,
              longitude_deg = e.longitude_deg, latitude_deg = e.latitude_deg, sector = e.sector, contact = e.contact,
              phone = e.phone, changed_at = :at
            from unnest(:code::text[], :name::text[], :division::text[], :address::text[], :longitude::float8[],
                        :latitude::float8[], :sector::text[], :contact::text[], :phone::text[])
              as e (credit_code, name, division_code, address, longitude_deg, latitude_deg, sector, contact, phone)
            where t.credit_code = e.credit_code
            """)
        .params(columns(enterprises))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Map<String, Object> columns(List<Enterprise> enterprises) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("code", strings(enterprises, e -> e.creditCode().value()));
    columns.put("name", strings(enterprises, Enterprise::name));
    columns.put("division", strings(enterprises, e -> e.division().value()));
    columns.put("address", strings(enterprises, Enterprise::address));
    columns.put("longitude", doubles(enterprises, GeoPoint::longitudeDeg));
    columns.put("latitude", doubles(enterprises, GeoPoint::latitudeDeg));
    columns.put("sector", strings(enterprises, e -> e.sector().name()));
    columns.put("contact", strings(enterprises, Enterprise::contact));
    columns.put("phone", strings(enterprises, Enterprise::phone));
    return columns;
  }

  private static String[] strings(List<Enterprise> list, Function<Enterprise, String> column) {
    return list.stream().map(column).toArray(String[]::new);
  }

  private static @Nullable Double[] doubles(
      List<Enterprise> list, Function<GeoPoint, Double> column) {
    @Nullable Double[] values = new @Nullable Double[list.size()];
    for (int i = 0; i < values.length; i++) {
      GeoPoint position = list.get(i).position();
      values[i] = position == null ? null : column.apply(position);
    }
    return values;
  }

  private static Map<String, @Nullable Object> parameters(EnterpriseFilter filter) {
    DivisionCode division = filter.division();
    Sector sector = filter.sector();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("division", division == null ? null : division.value());
    parameters.put("sector", sector == null ? null : sector.name());
    parameters.put("text", filter.text());
    return parameters;
  }

  private static Enterprise enterprise(ResultSet row, int number) throws SQLException {
    Double longitude = row.getObject("longitude_deg", Double.class);
    Double latitude = row.getObject("latitude_deg", Double.class);
    return new Enterprise(
        row.getLong("id"),
        new CreditCode(row.getString("credit_code")),
        row.getString("name"),
        new DivisionCode(row.getString("division_code")),
        row.getString("address"),
        longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude),
        Sector.valueOf(row.getString("sector")),
        row.getString("contact"),
        row.getString("phone"));
  }
}
