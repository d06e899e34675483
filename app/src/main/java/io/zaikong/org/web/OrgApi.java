package io.zaikong.org.web;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.DelegatedTownship;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.org.Agencies.Post;
import io.zaikong.org.Agencies.Wanted;
import io.zaikong.org.Divisions;
import io.zaikong.org.Divisions.Dated;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Divisions and agencies for programs. */
@RestController
@RequestMapping("/api/v1")
@Allow(
    value = {Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.CHIEF, Role.OFFICER},
    token = "org:read")
class OrgApi {

  private final Divisions divisions;
  private final Agencies agencies;

  OrgApi(Divisions divisions, Agencies agencies) {
    this.divisions = divisions;
    this.agencies = agencies;
  }

  /**
   * @param to the first day on which it no longer stands; null when open
   */
  record DivisionItem(
      DivisionCode code,
      String name,
      DivisionCode.Level level,
      LocalDate from,
      @Nullable LocalDate to) {}

  /** An agency with its posts and, for a functional zone, its townships. */
  record AgencyWithPosts(Agency agency, List<Post> posts, List<DelegatedTownship> townships) {}

  /**
   * The divisions whose name holds the text or whose code begins with it; ended ones too.
   *
   * @param text all when empty
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/divisions")
  Slice<DivisionItem> listDivisions(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    return Slice.of(
        page,
        size,
        () -> divisions.count(text),
        (offset, limit) ->
            divisions.search(text, offset, limit).stream().map(OrgApi::item).toList());
  }

  @GetMapping("/divisions/{code}")
  DivisionItem showDivision(@PathVariable String code) {
    return Slice.division(code)
        .flatMap(divisions::findDated)
        .map(OrgApi::item)
        .orElseThrow(Slice::notFound);
  }

  /**
   * The agencies of the territory that stand today.
   *
   * @param text part of the name
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/agencies")
  Slice<Agency> listAgencies(
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable Kind kind,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    Wanted wanted = new Wanted(kind, Slice.division(division).orElse(null), text);
    return Slice.of(
        page,
        size,
        () -> agencies.count(wanted),
        (offset, limit) -> agencies.list(wanted, offset, limit));
  }

  /** 404 also for an agency out of sight. */
  @GetMapping("/agencies/{id}")
  AgencyWithPosts showAgency(@PathVariable long id) {
    return new AgencyWithPosts(
        agencies.find(id).orElseThrow(Slice::notFound),
        agencies.listPosts(id),
        agencies.listDelegations(id));
  }

  private static DivisionItem item(Dated dated) {
    DivisionCode code = dated.division().code();
    return new DivisionItem(code, dated.division().name(), code.level(), dated.from(), dated.to());
  }
}
