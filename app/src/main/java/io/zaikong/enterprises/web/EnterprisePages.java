package io.zaikong.enterprises.web;

import io.zaikong.enterprises.Affiliation;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseFilter;
import io.zaikong.enterprises.EnterpriseFilter.Sort;
import io.zaikong.enterprises.EnterpriseSize;
import io.zaikong.enterprises.EnterpriseWorkbook;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.enterprises.OperatingState;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 企业名录: the list, which runs two statements, and its export. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class EnterprisePages {

  private final Enterprises enterprises;
  private final PlaceNames places;

  EnterprisePages(Enterprises enterprises, PlaceNames places) {
    this.enterprises = enterprises;
    this.places = places;
  }

  /** An enterprise in the list, with the name of where it lies. */
  record Row(Enterprise enterprise, String place) {}

  @GetMapping("/enterprises")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    EnterpriseFilter filter = filter(list);
    List<Enterprise> found = enterprises.list(filter, list.offset(), list.size());
    boolean isOfOneEnterprise = Actor.getCurrent().scope().territory().isEmpty();
    if (isOfOneEnterprise && found.size() == 1 && list.filters().isEmpty()) {
      return "redirect:/enterprises/" + found.getFirst().id();
    }
    model.addAttribute("list", list.withTotal(enterprises.count(filter)));
    model.addAttribute(
        "rows", found.stream().map(e -> new Row(e, places.of(e.division()))).toList());
    model.addAttribute("divisions", places.below(Actor.getCurrent().home()));
    model.addAttribute("officer", Actor.getCurrent().hasAny(Role.OFFICER));
    return "enterprises/web/enterprises";
  }

  /** Written to a file first, so that a slow reader keeps no connection to the database. */
  @GetMapping("/enterprises/export")
  void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
    EnterpriseFilter filter = filter(Listing.of(request));
    Path file = Files.createTempFile("enterprises", ".xlsx");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        EnterpriseWorkbook.write(out, rows -> enterprises.export(filter, rows));
      }
      response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      response.setHeader("Content-Disposition", "attachment; filename=\"enterprises.xlsx\"");
      response.setContentLengthLong(Files.size(file));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }

  /** What the address asks for; what it cannot mean is left out. */
  static EnterpriseFilter filter(Listing list) {
    String division = list.filter("division");
    Sort sort = constant(Sort.values(), list.sort().toUpperCase(Locale.ROOT));
    return new EnterpriseFilter(
        DivisionCode.isValid(division) ? new DivisionCode(division) : null,
        constant(Category.values(), list.filter("category")),
        constant(EnterpriseSize.values(), list.filter("size")),
        constant(Affiliation.values(), list.filter("affiliation")),
        constant(OperatingState.values(), list.filter("state")),
        list.filter("text").isEmpty() ? null : list.filter("text"),
        list.findDate("from").orElse(null),
        list.findDate("to").orElse(null),
        sort == null ? Sort.PLACE : sort,
        list.descending());
  }

  private static <E extends Enum<E>> @Nullable E constant(E[] constants, String name) {
    return Arrays.stream(constants).filter(c -> c.name().equals(name)).findFirst().orElse(null);
  }
}
