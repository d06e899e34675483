package io.zaikong.telemetry.web;

import io.zaikong.hazards.Rulings;
import io.zaikong.shell.Words;
import io.zaikong.telemetry.LimitRule;
import io.zaikong.telemetry.LimitRules;
import java.util.List;

/** What the standards say of alarm limits, in the catalogue of rules. */
final class LimitRuleTable implements Rulings.Table {

  @Override
  public String name() {
    return "alarm_limits";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "telemetry.kind",
        "telemetry.medium",
        "telemetry.limits",
        "#telemetry.rule.value",
        "telemetry.rule.text");
  }

  @Override
  public List<Row> rows(Words words) {
    return LimitRules.current().rules().stream().map(rule -> row(rule, words)).toList();
  }

  private static Row row(LimitRule rule, Words words) {
    String unit = rule.bound() == LimitRule.Bound.PERCENT_OF_IDLH ? "%IDLH" : rule.unit();
    return new Row(
        List.of(
            words.text(rule.kind().textKey()),
            rule.medium() + (rule.cas().isEmpty() ? "" : " " + rule.cas()),
            words.text(rule.field().textKey()),
            rule.value() == null ? "" : rule.value().toPlainString() + " " + unit,
            rule.text()),
        rule.clause(),
        rule.verified(),
        words.text("telemetry.rule.from", rule.standard(), words.date(rule.from())));
  }
}
