package io.zaikong.coverage.web;

import io.zaikong.coverage.Chapman;
import io.zaikong.coverage.Estimates;
import io.zaikong.coverage.OutsideList;
import io.zaikong.coverage.Round;
import io.zaikong.coverage.Rounds;
import io.zaikong.coverage.StatusFilter;
import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 未知数估计 of a category: by every pair of two lists; five statements, however many the lists are.
 * Without a category nothing is estimated: the lists would not be of the same enterprises.
 */
@Controller
@Allow({Role.CHIEF, Role.OFFICER})
class EstimatePages {

  private final Rounds rounds;
  private final Estimates estimates;
  private final PlaceWords places;

  EstimatePages(Rounds rounds, Estimates estimates, PlaceWords places) {
    this.rounds = rounds;
    this.estimates = estimates;
    this.places = places;
  }

  /**
   * A pair with the records behind its three numbers.
   *
   * @param one null: the census
   */
  record Row(
      @Nullable OutsideList one,
      OutsideList other,
      Chapman estimate,
      String hrefOne,
      String hrefOther,
      String hrefBoth) {}

  @GetMapping("/census/estimate")
  String show(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    Optional<Round> round = rounds.findCurrent();
    if (round.isEmpty()) {
      model.addAttribute("mayKeep", rounds.mayKeep());
      return "coverage/web/noround";
    }
    StatusFilter filter = StatusViews.filter(list);
    DivisionCode division = filter.division();
    Category category = filter.category();
    model.addAttribute("round", round.get());
    model.addAttribute("list", list);
    model.addAttribute("divisions", places.options(list.filter("division")));
    model.addAttribute(
        "rows",
        category == null
            ? List.of()
            : estimates.list(round.get(), division, category).stream()
                .map(pair -> row(pair, division, category))
                .toList());
    return "coverage/web/estimate";
  }

  private static Row row(
      Estimates.Pair pair, @Nullable DivisionCode division, @Nullable Category category) {
    OutsideList one = pair.one();
    String other = "/census/lists/" + pair.other().id();
    return one == null
        ? new Row(
            null,
            pair.other(),
            pair.estimate(),
            href("/census/status/enterprises", division, category, List.of("show", "RECEIVED")),
            href(other, division, category, List.of("show", "COUNTED")),
            href(other, division, category, List.of("show", "RECEIVED")))
        : new Row(
            one,
            pair.other(),
            pair.estimate(),
            href("/census/lists/" + one.id(), division, category, List.of("show", "COUNTED")),
            href(other, division, category, List.of("show", "COUNTED")),
            href(
                other,
                division,
                category,
                List.of("show", "COUNTED", "also", Long.toString(one.id()))));
  }

  private static String href(
      String path,
      @Nullable DivisionCode division,
      @Nullable Category category,
      List<String> fields) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
    for (int i = 0; i < fields.size(); i += 2) {
      uri.queryParam(fields.get(i), fields.get(i + 1));
    }
    if (division != null) {
      uri.queryParam("division", division.value());
    }
    if (category != null) {
      uri.queryParam("category", category.name());
    }
    return uri.toUriString();
  }
}
