// The map page. Layers are the page's check boxes with data-layer-url; each answers GeoJSON (WGS-84)
// whose features carry name, href, state (a word) and tone. Under them lie the boundaries of divisions or a
// schematic, and tiles where the installation has a map server. A map may also come into the page later, as on
// the situation page.
import Feature from 'ol/Feature.js';
import Map from 'ol/Map.js';
import View from 'ol/View.js';
import { ScaleLine, Zoom } from 'ol/control.js';
import { getCenter } from 'ol/extent.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import Point from 'ol/geom/Point.js';
import TileLayer from 'ol/layer/Tile.js';
import VectorLayer from 'ol/layer/Vector.js';
import { tile } from 'ol/loadingstrategy.js';
import { fromLonLat, transformExtent } from 'ol/proj.js';
import Cluster from 'ol/source/Cluster.js';
import VectorSource from 'ol/source/Vector.js';
import XYZ from 'ol/source/XYZ.js';
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style.js';
import { createXYZ } from 'ol/tilegrid.js';
import { shifted } from './parts/gcj02.js';

const format = new GeoJSON({ featureProjection: 'EPSG:3857' });
const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
const probe = document.body.appendChild(document.createElement('span'));
let colours = {};

/** A colour of the style sheet as red, green and blue, whatever form it is written in. */
function css(name) {
  if (!colours[name]) {
    probe.style.color = `var(--${name})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    colours[name] = `rgb(${[...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).join(',')})`;
  }
  return colours[name];
}

/** The page's own font and size: larger on the wall display. */
function font() {
  const { fontSize, fontFamily } = getComputedStyle(document.body);
  return `${fontSize} ${fontFamily}`;
}

/** An area: dashed in the schematic; see-through over tiles. Only townships and villages carry their names themselves. */
function areaStyle(feature, isSchematic, isOverTiles) {
  const isSmall = ['TOWNSHIP', 'VILLAGE'].includes(feature.get('level'));
  const isFilled = !isOverTiles && !isSmall && feature.get('level') !== 'CITY';
  return new Style({
    fill: isFilled ? new Fill({ color: css('tblr-bg-surface-secondary') }) : undefined,
    stroke: new Stroke({
      color: css(isOverTiles ? 'tblr-body-color' : 'tblr-gray-500'),
      width: feature.get('level') === 'VILLAGE' ? 0.5 : isSmall ? 0.75 : 1.25,
      lineDash: isSchematic ? [4, 3] : undefined,
    }),
    text: isSmall ? nameStyle(feature).getText() : undefined,
  });
}

/** A district's name stands above the marks, where placeNames found room for it. */
function nameStyle(feature) {
  return new Style({
    text: new Text({
      text: feature.get('name'),
      font: font(),
      fill: new Fill({ color: css('tblr-body-color') }),
      stroke: new Stroke({ color: css('tblr-bg-surface-secondary'), width: 3 }),
    }),
  });
}

/**
 * Moves every name to where its district has most room between the marks; the middle wins when it is free.
 * Lengths in pixels.
 */
function placeNames(names, map, marks) {
  const taken = marks.map((mark) => map.getPixelFromCoordinate(mark.getGeometry().getCoordinates())).filter(Boolean);
  const size = parseFloat(getComputedStyle(document.body).fontSize);
  for (const name of names) {
    const district = name.get('district');
    const [left, bottom, right, top] = district.getExtent();
    const middle = [(left + right) / 2, (bottom + top) / 2];
    const width = name.get('name').length * size;
    const around = Math.hypot(right - left, top - bottom);
    const places = [middle];
    for (let x = 1; x < 16; x++) {
      for (let y = 1; y < 16; y++) {
        places.push([left + ((right - left) * x) / 16, bottom + ((top - bottom) * y) / 16]);
      }
    }
    const best = places
      .filter((place) => district.intersectsCoordinate(place))
      .map((place) => {
        const [px, py] = map.getPixelFromCoordinate(place);
        const free = taken.map(([x, y]) => Math.max(Math.abs(x - px) / (width / 2 + 16), Math.abs(y - py) / (size / 2 + 16)));
        return { place, room: Math.min(1, ...free) - Math.hypot(place[0] - middle[0], place[1] - middle[1]) / around / 4 };
      })
      .reduce((a, b) => (b.room > a.room ? b : a), { place: middle, room: -Infinity });
    if (best.place.some((value, i) => value !== name.getGeometry().getCoordinates()[i])) {
      name.getGeometry().setCoordinates(best.place);
    }
  }
}

const tones = ['bad', 'warning', 'quiet', 'neutral', 'good'];
const toneOf = (feature) => feature.get('tone') ?? 'neutral';
const corners = { bad: 4, warning: 3 };

/** One object: a diamond when bad, a triangle when to be watched, else a disc. */
function pointStyle(tone) {
  const fill = new Fill({ color: css(`tone-${tone}`) });
  const stroke = new Stroke({ color: css('tblr-bg-surface'), width: 1.5 });
  const image = corners[tone]
    ? new RegularShape({ points: corners[tone], radius: 9, fill, stroke })
    : new Circle({ radius: 6, fill, stroke });
  return new Style({ image });
}

/** Objects close together: their count, with a mark and a heavy ring when one of them is bad. */
function clusterStyle(cluster) {
  const members = cluster.get('features');
  const worst = tones.find((tone) => members.some((m) => toneOf(m) === tone));
  if (members.length === 1) {
    return pointStyle(worst);
  }
  return new Style({
    image: new Circle({
      radius: Math.min(10 + Math.log2(members.length) * 1.5, 22),
      fill: new Fill({ color: css('tblr-bg-surface') }),
      stroke: new Stroke({ color: css(`tone-${worst}`), width: worst === 'bad' ? 4 : 2 }),
    }),
    text: new Text({
      text: `${members.length}${worst === 'bad' ? '!' : ''}`,
      font: font(),
      fill: new Fill({ color: css('tblr-body-color') }),
    }),
  });
}

function clustered(source) {
  return new VectorLayer({ source: new Cluster({ source, distance: 36 }), style: clusterStyle });
}

async function load(url) {
  const response = await fetch(url, { headers: { Accept: 'application/geo+json, application/json' } });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  return format.readFeatures(await response.json());
}

function row(feature) {
  const item = document.createElement('li');
  const link = document.createElement(feature.get('href') ? 'a' : 'span');
  if (feature.get('href')) {
    link.href = feature.get('href');
  }
  link.textContent = feature.get('name');
  item.append(link);
  if (feature.get('state')) {
    const state = document.createElement('span');
    state.className = 'text-secondary text-nowrap ms-2';
    state.textContent = feature.get('state');
    item.append(state);
  }
  return item;
}

/** Townships are drawn from here on: before, their lines would be one blot. */
const TOWNSHIP_ZOOM = 10.5;

/** Villages likewise; they are fetched square by square, where the map is looked at. */
const VILLAGE_ZOOM = 13;

function villages(boundaries) {
  const source = new VectorSource({
    strategy: tile(createXYZ({ minZoom: VILLAGE_ZOOM - 1, maxZoom: VILLAGE_ZOOM - 1 })),
    loader: async (extent, resolution, projection, success, failure) => {
      const within = transformExtent(extent, projection, 'EPSG:4326').map((degrees) => degrees.toFixed(5));
      try {
        const features = await load(`${boundaries}&level=VILLAGE&within=${within.join(',')}`);
        source.addFeatures(features);
        success(features);
      } catch {
        source.removeLoadedExtent(extent);
        failure();
      }
    },
  });
  return source;
}

/** Lays tiles, boundaries and what the schematic has of the other districts under the layers. */
async function ground(element, map, view, marks) {
  const { districts, boundaries, tiles } = element.dataset;
  const areas = (source, isSchematic, minZoom) =>
    map.addLayer(
      new VectorLayer({
        source,
        style: (feature) => areaStyle(feature, isSchematic, Boolean(tiles)),
        zIndex: 1,
        minZoom,
        declutter: true,
      }),
    );
  if (tiles) {
    map.addLayer(tileLayer(element));
  }
  const [schematic, known] = await Promise.all([districts, boundaries].map((url) => (url ? load(url) : [])));
  const codes = new Set(known.map((feature) => feature.get('code')));
  const others = schematic.filter((feature) => !codes.has(feature.get('code')));
  const isWholeCityKnown = known.some((feature) => feature.get('level') === 'CITY');
  areas(new VectorSource({ features: others }), true);
  areas(new VectorSource({ features: known }), false);
  const names = [...known, ...others].filter((f) => f.get('level') !== 'CITY').map((f) => {
    const geometry = new Point(getCenter(f.getGeometry().getExtent()));
    return new Feature({ geometry, name: f.get('name'), district: f.getGeometry() });
  });
  map.addLayer(new VectorLayer({ source: new VectorSource({ features: names }), style: nameStyle, zIndex: 3 }));
  map.on('rendercomplete', () => placeNames(names, map, marks()));
  const note = document.getElementById('map-note');
  if (note && boundaries) {
    note.hidden = others.length === 0;
  }
  const extent = new VectorSource({ features: isWholeCityKnown ? known : [...known, ...others] }).getExtent();
  if (known.length + others.length > 0) {
    view.fit(extent, { padding: [16, 16, 16, 16] });
  }
  if (boundaries) {
    areas(villages(boundaries), false, VILLAGE_ZOOM);
    areas(new VectorSource({ features: await load(`${boundaries}&level=TOWNSHIP`) }), false, TOWNSHIP_ZOOM);
  }
}

function tileLayer(element) {
  const { tiles, tilesMin, tilesMax, tilesShifted } = element.dataset;
  const source = new XYZ({
    url: tiles,
    minZoom: Number(tilesMin),
    maxZoom: Number(tilesMax),
    projection: tilesShifted ? shifted() : undefined,
  });
  source.on('tileloaderror', () => {
    document.getElementById('map-problem').textContent = element.dataset.textTilesFailed;
  });
  return new TileLayer({ source, className: 'map-tiles', zIndex: 0 });
}

const maps = [];

function show(element) {
  const objects = document.getElementById('map-objects');
  const view = new View({ center: fromLonLat([118.02, 36.62]), zoom: 9, maxZoom: 19 });
  const map = new Map({
    target: element,
    view,
    controls: [
      new Zoom({ zoomInTipLabel: element.dataset.textZoomIn, zoomOutTipLabel: element.dataset.textZoomOut }),
      new ScaleLine(),
    ],
  });
  const layers = [];

  /** Lists the first objects in view beside the map, the worst first: nothing is reachable by pointer only. */
  function list() {
    const extent = view.calculateExtent(map.getSize());
    const seen = layers.filter((l) => l.layer.getVisible()).flatMap((l) => l.source.getFeaturesInExtent(extent));
    seen.sort((a, b) => tones.indexOf(toneOf(a)) - tones.indexOf(toneOf(b)));
    objects.replaceChildren(...seen.slice(0, 50).map(row));
    document.getElementById('map-count').textContent = String(seen.length);
  }

  for (const box of document.querySelectorAll('[data-layer-url]')) {
    const source = new VectorSource();
    const layer = clustered(source);
    layer.setVisible(box.checked);
    layer.setZIndex(3 - (layers.length + 1) / 100); // an earlier layer lies above a later one
    layers.push({ layer, source });
    map.addLayer(layer);
    box.addEventListener('change', () => {
      layer.setVisible(box.checked);
      list();
    });
    load(box.dataset.layerUrl)
      .then((features) => source.addFeatures(features.filter((f) => f instanceof Feature)))
      .then(list)
      .catch(() => {
        document.getElementById('map-problem').textContent = element.dataset.textLayerFailed;
      });
  }

  ground(element, map, view, () => layers.filter((l) => l.layer.getVisible()).flatMap((l) => l.layer.getSource().getFeatures()));
  map.on('moveend', list);
  map.on('click', (event) => {
    const [cluster] = map.getFeaturesAtPixel(event.pixel, { layerFilter: (l) => l.getSource() instanceof Cluster });
    const members = cluster?.get('features') ?? [];
    if (members.length === 1 && members[0].get('href')) {
      location.assign(members[0].get('href'));
    } else if (members.length > 1) {
      view.animate({ center: event.coordinate, zoom: view.getZoom() + 2, duration: 200 });
    }
  });
  maps.push(map);
}

function showNew() {
  const element = document.getElementById('map');
  if (element && !maps.some((map) => map.getTarget() === element)) {
    show(element);
  }
}

showNew();
document.addEventListener('htmx:afterSettle', showNew);
document.addEventListener('theme', () => {
  colours = {};
  maps.forEach((map) => map.getLayers().forEach((layer) => layer.changed()));
});
