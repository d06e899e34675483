// The shifted coordinates of public maps in China (GCJ-02) as a projection, so that their tiles lie where
// WGS-84 has them. The same formula as the server's Gcj02.
import { addCoordinateTransforms, addProjection, fromLonLat, get, Projection, toLonLat } from 'ol/proj.js';

const SEMI_MAJOR_M = 6378245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;
const CODE = 'GCJ02-MERCATOR';

function shift([lon, lat]) {
  const x = lon - 105;
  const y = lat - 35;
  const root = Math.sqrt(Math.abs(x));
  const sin = (of) => Math.sin(of * Math.PI);
  const wave = 20 * sin(6 * x) + 20 * sin(2 * x);
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root +
    ((wave + 20 * sin(y) + 40 * sin(y / 3) + 160 * sin(y / 12) + 320 * sin(y / 30)) * 2) / 3;
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root +
    ((wave + 20 * sin(x) + 40 * sin(x / 3) + 150 * sin(x / 12) + 300 * sin(x / 30)) * 2) / 3;
  const latitude = (lat * Math.PI) / 180;
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) ** 2;
  const meridian = (((SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED)) / (magic * Math.sqrt(magic))) * Math.PI) / 180;
  const parallel = ((SEMI_MAJOR_M / Math.sqrt(magic)) * Math.cos(latitude) * Math.PI) / 180;
  return [east / parallel, north / meridian];
}

/** Where GCJ-02 has a WGS-84 position. */
export function toShifted([lon, lat]) {
  const [dx, dy] = shift([lon, lat]);
  return [lon + dx, lat + dy];
}

/** The WGS-84 position of a shifted one. */
export function fromShifted([lon, lat]) {
  let at = [lon, lat];
  for (let round = 0; round < 6; round++) {
    const [dx, dy] = shift(at);
    at = [lon - dx, lat - dy];
  }
  return at;
}

/** Web Mercator of shifted positions. */
export function shifted() {
  if (!get(CODE)) {
    const mercator = get('EPSG:3857');
    const projection = new Projection({
      code: CODE,
      units: 'm',
      extent: mercator.getExtent(),
      worldExtent: mercator.getWorldExtent(),
    });
    addProjection(projection);
    addCoordinateTransforms(
      mercator,
      projection,
      (at) => fromLonLat(toShifted(toLonLat(at))),
      (at) => fromLonLat(fromShifted(toLonLat(at))),
    );
    addCoordinateTransforms(
      'EPSG:4326',
      projection,
      (at) => fromLonLat(toShifted(at)),
      (at) => fromShifted(toLonLat(at)),
    );
  }
  return get(CODE);
}
