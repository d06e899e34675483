package io.zaikong.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTests {

  @Test
  void everyTextIsWrittenInBothLanguagesAndGeneratedInTheThird() {
    Map<String, String> simplified = Texts.load("zh_CN");
    assertThat(Texts.load("en").keySet()).isEqualTo(simplified.keySet());
    assertThat(Texts.load("zh_TW").keySet()).isEqualTo(simplified.keySet());
  }

  @Test
  void traditionalTextsDifferInCharactersOnly() {
    assertThat(Texts.load("zh_TW"))
        .containsEntry("shell.inbox", "待辦")
        .containsEntry("shell.situation", "態勢");
  }

  @Test
  void everyTextThatATemplateNamesExists() throws Exception {
    Pattern use = Pattern.compile("page\\.text\\(\"([a-zA-Z0-9_.]+)\"[,)]");
    var used = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
        use.matcher(Files.readString(file)).results().forEach(m -> used.add(m.group(1)));
      }
    }
    assertThat(Texts.load("zh_CN").keySet()).containsAll(used);
  }

  @Test
  void everyRoleAndMenuGroupHasItsWord() {
    Words words = new Texts().in(Locale.ENGLISH);
    for (Role role : Role.values()) {
      assertThat(words.has("shell.role." + role.name())).isTrue();
    }
    for (MenuEntry.Group group : MenuEntry.Group.values()) {
      assertThat(words.has(group.textKey())).isTrue();
    }
  }

  @Test
  void datesAndNumbersFollowTheLanguage() {
    Texts texts = new Texts();
    Words chinese = texts.in(Locale.SIMPLIFIED_CHINESE);
    assertThat(chinese.time(java.time.Instant.parse("2026-06-30T16:30:00Z")))
        .isEqualTo("2026-07-01 00:30");
    assertThat(chinese.number(60_000)).isEqualTo("60,000");
    assertThat(texts.in(Locale.ENGLISH).date(java.time.LocalDate.of(2026, 7, 1)))
        .isEqualTo("1 Jul 2026");
  }
}
