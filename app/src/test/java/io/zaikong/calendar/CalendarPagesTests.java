package io.zaikong.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.kit.WorkCalendar;
import io.zaikong.shell.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@AppTest
class CalendarPagesTests {

  private static final String PATH = "/settings/calendar";
  private final TestCity city;

  @Autowired
  CalendarPagesTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  private static Map<String, String> notice(String springTo, String makeUp) {
    Map<String, String> fields = new HashMap<>();
    fields.put("year", "2031");
    fields.put("notice", "国办发明电〔2030〕9号");
    String[][] days = {
      {"NEW_YEAR", "2031-01-01", "2031-01-01", ""},
      {"SPRING_FESTIVAL", "2031-01-22", springTo, makeUp},
      {"QINGMING", "2031-04-04", "2031-04-06", ""},
      {"LABOUR_DAY", "2031-05-01", "2031-05-05", "2031-04-27，2031-05-10"},
      {"DRAGON_BOAT", "2031-06-24", "", ""},
      {"NATIONAL_DAY", "2031-10-01", "2031-10-08", "2031-09-28 2031-10-11"}
    };
    for (String[] row : days) {
      fields.put(row[0] + "_from", row[1]);
      fields.put(row[0] + "_to", row[2]);
      fields.put(row[0] + "_makeup", row[3]);
    }
    return fields;
  }

  @Test
  void anAdministratorEntersANoticeAndALaterOneTakesItsPlace() {
    city.person("calendar-1", "370300", Role.SYSTEM_ADMINISTRATOR);
    TestVisitor administrator = new TestVisitor(city.url()).signedIn("calendar-1");
    LocalDate made = LocalDate.of(2031, 1, 19);

    assertThat(administrator.get(PATH).body()).contains("国办发明电〔2025〕7号", "2026-02-28", "暂定");
    assertThat(administrator.post(PATH, PATH, notice("2031-01-23", "2031-01-19")).body())
        .contains("2031-01-24 是法定节假日", "全国年节及纪念日放假办法第二条", "国办发明电〔2030〕9号");
    assertThat(administrator.post(PATH, PATH, notice("2031-01-29", "2031-01-20")).body())
        .contains("不是该年的周六或周日");
    assertThat(administrator.post(PATH, PATH, notice("2031-01-29", "2031-01-26")).body())
        .contains("又放假又上班");
    assertThat(current().isProvisional(made)).isTrue();

    assertThat(administrator.post(PATH, PATH, notice("2031-01-29", "2031-01-19")).statusCode())
        .isEqualTo(302);
    assertThat(current().isWorkingDay(made)).isTrue();
    assertThat(current().isProvisional(made)).isFalse();
    assertThat(administrator.post(PATH, PATH, notice("2031-01-29", "2031-02-01")).statusCode())
        .isEqualTo(302);
    assertThat(current().isWorkingDay(made)).isFalse();
    assertThat(current().isWorkingDay(LocalDate.of(2031, 2, 1))).isTrue();
  }

  private WorkCalendar current() {
    return city.asSystem(() -> city.bean(WorkCalendars.class).current());
  }

  @Test
  void othersReadItAndEnterNothing() {
    city.person("calendar-2", "370302", Role.OFFICER);
    TestVisitor officer = new TestVisitor(city.url()).signedIn("calendar-2");

    assertThat(officer.get(PATH).body())
        .contains("国办发明电〔2023〕7号")
        .doesNotContain("SPRING_FESTIVAL_from");
    assertThat(officer.post("/", PATH, notice("2031-01-29", "2031-01-19")).statusCode())
        .isEqualTo(403);
  }
}
