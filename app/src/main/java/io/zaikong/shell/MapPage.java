package io.zaikong.shell;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 地图: the contributed layers over boundaries and tiles, or over a schematic of the districts. */
@Controller
class MapPage implements SmartInitializingSingleton {

  /**
   * @param districts address of the schematic; empty for a city that has none
   * @param boundaries address of the boundaries; empty when none is known
   */
  record MapView(
      List<MapLayer> layers, String districts, String boundaries, Optional<MapLayer.Tiles> tiles) {}

  private final List<MapLayer> layers;
  private final ObjectProvider<Places> places;
  private final ObjectProvider<MapLayer.Ground> ground;
  private final Assets assets;
  private final Handlers handlers;

  MapPage(
      ObjectProvider<MapLayer> layers,
      ObjectProvider<Places> places,
      ObjectProvider<MapLayer.Ground> ground,
      Assets assets,
      Handlers handlers) {
    this.handlers = handlers;
    this.layers = layers.stream().sorted(comparingInt(MapLayer::order)).toList();
    this.places = places;
    this.ground = ground;
    this.assets = assets;
  }

  /**
   * @throws IllegalStateException when a layer's address leads nowhere
   */
  @Override
  public void afterSingletonsInstantiated() {
    layers.forEach(layer -> handlers.require(layer.url()));
  }

  @Allow
  @GetMapping("/map")
  String show(Model model) {
    String districts =
        Optional.ofNullable(places.getIfAvailable())
            .flatMap(Places::findCity)
            .flatMap(city -> assets.find("districts-" + city + ".json"))
            .orElse("");
    Actor actor = Actor.findCurrent().orElse(null);
    List<MapLayer> open =
        layers.stream().filter(layer -> handlers.mayOpen(layer.url(), actor)).toList();
    Optional<MapLayer.Ground> below = Optional.ofNullable(ground.getIfAvailable());
    model.addAttribute(
        "view",
        new MapView(
            open,
            districts,
            below.flatMap(MapLayer.Ground::findBoundaries).orElse(""),
            below.flatMap(MapLayer.Ground::findTiles)));
    return "shell/map";
  }
}
