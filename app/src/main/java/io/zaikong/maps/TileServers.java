package io.zaikong.maps;

import io.zaikong.edge.Targets.ForbiddenTargetException;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Settings;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The map server of the installation. Its address is not shown beyond the settings: it may hold a
 * key.
 */
@Service
class TileServers {

  private static final String KEY = "maps.tiles";

  private final Settings settings;
  private final TileFetch fetch;
  private final Journal journal;
  private final JsonMapper json;

  TileServers(Settings settings, TileFetch fetch, Journal journal, JsonMapper json) {
    this.settings = settings;
    this.fetch = fetch;
    this.journal = journal;
    this.json = json;
  }

  @Transactional(readOnly = true)
  public Optional<TileServer> find() {
    return settings
        .find(KEY)
        .filter(text -> !text.isEmpty())
        .map(text -> json.readValue(text, TileServer.class));
  }

  /** Keeps a server whose host may be connected to. */
  @Transactional
  public Outcome<TileServer> keep(Outcome<TileServer> typed) {
    if (!(typed instanceof Done<TileServer>(TileServer server))) {
      return typed;
    }
    try {
      fetch.pin(server.host());
    } catch (UnknownHostException e) {
      return Outcome.refused("url", "maps.tiles.unknown", server.host());
    } catch (ForbiddenTargetException e) {
      return Outcome.refused("url", "maps.tiles.forbidden", server.host());
    }
    settings.put(KEY, json.writeValueAsString(server));
    record(
        Map.of(
            "host", server.host(),
            "datum", server.datum().name(),
            "zooms", server.minZoom() + "-" + server.maxZoom()));
    return typed;
  }

  @Transactional
  public void remove() {
    if (find().isPresent()) {
      settings.put(KEY, "");
      record(Map.of("removed", true));
    }
  }

  private void record(Map<String, ?> detail) {
    journal.record(
        "maps.tiles", new Subject("shell.setting", KEY, Actor.getCurrent().home(), null), detail);
  }
}
