package io.zaikong.shell;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 地图: the contributed layers over a schematic of the districts, without any tile server. */
@Controller
class MapPage {

  /**
   * @param districts address of the schematic; empty for a city that has none
   */
  record MapView(List<MapLayer> layers, String districts) {}

  private final Menu menu;
  private final ObjectProvider<Places> places;
  private final Assets assets;

  MapPage(Menu menu, ObjectProvider<Places> places, Assets assets) {
    this.menu = menu;
    this.places = places;
    this.assets = assets;
  }

  @Allow
  @GetMapping("/map")
  String show(Model model) {
    String districts =
        Optional.ofNullable(places.getIfAvailable())
            .flatMap(Places::findCity)
            .flatMap(city -> assets.find("districts-" + city + ".json"))
            .orElse("");
    model.addAttribute("view", new MapView(menu.layers(Actor.getCurrent()), districts));
    return "shell/map";
  }
}
