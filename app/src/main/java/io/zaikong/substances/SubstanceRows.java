package io.zaikong.substances;

import io.zaikong.calc.substance.CatalogueEntry;
import io.zaikong.calc.substance.HazardClass;
import io.zaikong.calc.substance.PhysicalState;
import io.zaikong.calc.substance.SubstanceFacts;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes versions of substances of the rows of the table. */
final class SubstanceRows {

  private SubstanceRows() {}

  static SubstanceVersion version(ResultSet row, int number) throws SQLException {
    SubstanceConfidence confidence = SubstanceConfidence.valueOf(row.getString("confidence"));
    SubstanceFacts facts =
        new SubstanceFacts(
            row.getString("name"),
            row.getString("cas"),
            HazardClass.listOf(String.join(" ", texts(row, "classes"))),
            HazardClass.listOf(String.join(" ", texts(row, "other_classes"))),
            row.getString("other_source"),
            Optional.ofNullable(row.getString("state")).map(PhysicalState::valueOf),
            Optional.ofNullable(row.getBigDecimal("flash_c")),
            Optional.ofNullable(row.getBigDecimal("boiling_c")),
            Optional.ofNullable(row.getBigDecimal("melting_c")),
            row.getInt("table1_row"),
            confidence.isVerified(),
            row.getString("note"));
    CatalogueEntry entry =
        new CatalogueEntry(
            row.getString("number"),
            facts,
            row.getString("name_en"),
            texts(row, "aliases"),
            row.getString("un"),
            Optional.ofNullable(row.getBigDecimal("density_kg_m3")),
            Optional.ofNullable(row.getBigDecimal("lel_vol_pct")),
            Optional.ofNullable(row.getBigDecimal("uel_vol_pct")),
            row.getBoolean("highly_toxic"),
            row.getString("source"));
    return new SubstanceVersion(
        row.getInt("version"),
        entry,
        confidence,
        row.getBoolean("incomplete"),
        Objects.requireNonNullElse(row.getString("release"), ""),
        row.getString("reason"),
        row.getString("changed_by"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((String[]) array.getArray());
  }
}
