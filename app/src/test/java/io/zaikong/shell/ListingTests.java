package io.zaikong.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ListingTests {

  private static Listing of(String... parameters) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/enterprises");
    for (int i = 0; i < parameters.length; i += 2) {
      request.addParameter(parameters[i], parameters[i + 1]);
    }
    return Listing.of(request);
  }

  @Test
  void everythingThatIsAskedForStandsInTheLinks() {
    Listing list = of("name", "鲁 & {x}", "sort", "name", "page", "3", "empty", "").withTotal(120);
    assertThat(list.filters()).containsOnlyKeys("name");
    assertThat(list.hrefPage(2))
        .isEqualTo("/enterprises?name=%E9%B2%81%20%26%20%7Bx%7D&sort=name&page=2");
    assertThat(list.hrefSort("name")).endsWith("sort=name&desc=1");
    assertThat(list.offset()).isEqualTo(100);
    assertThat(list.last()).isEqualTo(120);
    assertThat(list.pages()).isEqualTo(3);
  }

  @Test
  void whatIsNoPageNumberIsTheFirstPage() {
    assertThat(of("page", "-1").number()).isEqualTo(1);
    assertThat(of("page", "x").number()).isEqualTo(1);
    assertThat(of("page", "0").number()).isEqualTo(1);
  }

  @Test
  void aReturnAddressNeverLeavesTheSite() {
    assertThat(Choices.ownPath("/inbox?a=1")).isEqualTo("/inbox?a=1");
    assertThat(Choices.ownPath("//evil.example")).isEqualTo("/");
    assertThat(Choices.ownPath("/\\evil.example")).isEqualTo("/");
    assertThat(Choices.ownPath("https://evil.example")).isEqualTo("/");
  }
}
