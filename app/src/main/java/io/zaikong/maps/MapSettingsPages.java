package io.zaikong.maps;

import io.zaikong.kit.DivisionCode;
import io.zaikong.maps.Boundaries.Imported;
import io.zaikong.maps.BoundaryCheck.Fault;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Page;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice.Rows;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 地图设置: boundaries of divisions and the map server. The page runs five statements. */
@Controller
@Allow(Role.SYSTEM_ADMINISTRATOR)
class MapSettingsPages {

  private static final String PATH = "/settings/map";
  private static final String DONE = "redirect:" + PATH;
  private static final int SHOWN_FAULTS = 200;
  private static final String USUAL_PROPERTY = "adcode";

  private final Boundaries boundaries;
  private final TileServers servers;

  MapSettingsPages(Boundaries boundaries, TileServers servers) {
    this.boundaries = boundaries;
    this.servers = servers;
  }

  @Configuration
  static class Entries {
    @Bean
    MenuEntry mapSettingsEntry() {
      return new MenuEntry(Group.SETTINGS, 50, "maps.title", "map-2", PATH);
    }
  }

  /**
   * Two forms and what stands.
   *
   * @param names of the divisions, by code
   * @param faults of the file that was refused; the first of {@code faultCount}
   */
  record MapSettingsView(
      Form tiles,
      Form upload,
      boolean hasTiles,
      Listing list,
      List<Boundary> boundaries,
      Map<String, String> names,
      List<Fault> faults,
      int faultCount) {

    Map<String, String> datums(Page page) {
      Map<String, String> datums = new LinkedHashMap<>();
      datums.put("", page.text("maps.datum.choose"));
      for (Datum datum : Datum.values()) {
        datums.put(datum.name(), page.text("maps.datum." + datum.name()));
      }
      return datums;
    }
  }

  @GetMapping(PATH)
  String show(HttpServletRequest request, Model model) {
    return show(Listing.of(request), standing(), uploadForm(), List.of(), model);
  }

  @PostMapping(PATH + "/tiles")
  String keepTiles(
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "") String attribution,
      @RequestParam(defaultValue = "") String minZoom,
      @RequestParam(defaultValue = "") String maxZoom,
      @RequestParam(defaultValue = "") String datum,
      Model model,
      HttpServletResponse response) {
    Outcome<TileServer> typed =
        TileServer.read(url.strip(), attribution, minZoom.strip(), maxZoom.strip(), datum);
    if (servers.keep(typed) instanceof Refused<TileServer> refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(
          tilesForm(url, attribution, minZoom, maxZoom, datum).withFault(refused),
          uploadForm(),
          List.of(),
          model);
    }
    return DONE;
  }

  @PostMapping(PATH + "/tiles/remove")
  String removeTiles() {
    servers.remove();
    return DONE;
  }

  @PostMapping(PATH + "/boundaries")
  String upload(
      @RequestParam("file") MultipartFile file,
      @RequestParam(defaultValue = "") String boundaryDatum,
      @RequestParam(defaultValue = "") String property,
      Model model,
      HttpServletResponse response)
      throws IOException {
    Form form = Form.of(Map.of("boundaryDatum", boundaryDatum, "property", property));
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    String shown = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    Optional<Datum> datum = Datum.find(boundaryDatum);
    Outcome<Imported> outcome =
        datum.isEmpty()
            ? Outcome.refused("boundaryDatum", "maps.datum.missing")
            : property.isBlank() || property.length() > 100
                ? Outcome.refused("property", "field.required")
                : boundaries.importFile(shown, file.getBytes(), datum.get(), property.strip());
    List<Fault> faults =
        outcome instanceof Done<Imported>(Imported imported) ? imported.faults() : List.of();
    if (outcome instanceof Done<Imported> && faults.isEmpty()) {
      return DONE;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    Form shownForm = outcome instanceof Refused<Imported> refused ? form.withFault(refused) : form;
    return show(standing(), shownForm, faults, model);
  }

  @PostMapping(PATH + "/boundaries/remove")
  String remove(@RequestParam String division, Model model, HttpServletResponse response) {
    Outcome<DivisionCode> outcome =
        DivisionCode.isValid(division)
            ? boundaries.remove(new DivisionCode(division))
            : Outcome.refused("", "maps.boundary.none");
    if (outcome instanceof Refused<DivisionCode> refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(standing(), uploadForm().withFault(refused), List.of(), model);
    }
    return DONE;
  }

  /** With the first boundaries. */
  private String show(Form tiles, Form upload, List<Fault> faults, Model model) {
    return show(Listing.first(PATH), tiles, upload, faults, model);
  }

  private String show(Listing list, Form tiles, Form upload, List<Fault> faults, Model model) {
    Rows<Boundary> rows = boundaries.page(list.offset(), list.size());
    List<Boundary> standing = rows.items();
    model.addAttribute(
        "view",
        new MapSettingsView(
            tiles,
            upload,
            servers.find().isPresent(),
            list.withTotal(rows.total()),
            standing,
            boundaries.names(standing.stream().map(Boundary::division).toList()),
            faults.subList(0, Math.min(SHOWN_FAULTS, faults.size())),
            faults.size()));
    return "maps/mapsettings";
  }

  private Form standing() {
    return servers
        .find()
        .map(
            s ->
                tilesForm(
                    s.url(),
                    s.attribution(),
                    String.valueOf(s.minZoom()),
                    String.valueOf(s.maxZoom()),
                    s.datum().name()))
        .orElseGet(() -> tilesForm("", "", "3", "18", ""));
  }

  private static Form tilesForm(
      String url, String attribution, String minZoom, String maxZoom, String datum) {
    return Form.of(
        Map.of(
            "url", url,
            "attribution", attribution,
            "minZoom", minZoom,
            "maxZoom", maxZoom,
            "datum", datum));
  }

  private static Form uploadForm() {
    return Form.of(Map.of("property", USUAL_PROPERTY));
  }
}
