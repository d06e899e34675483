// A schematic of Zibo's eight districts: the rough outline of the city, divided among the districts'
// seats by nearness. It shows where a district lies, not where its boundary runs.

const note = '示意图, not a boundary';
const outline = [
  [117.53, 37.08], [117.58, 37.27], [117.85, 37.31], [118.1, 37.22], [118.24, 37.05], [118.47, 36.98],
  [118.5, 36.75], [118.38, 36.58], [118.22, 36.45], [118.48, 36.3], [118.46, 36.05], [118.2, 35.95],
  [117.98, 36.03], [117.82, 36.22], [117.66, 36.36], [117.64, 36.55], [117.68, 36.75], [117.6, 36.95],
];
const seats = [
  ['370302', '淄川区', 117.967, 36.643],
  ['370303', '张店区', 118.018, 36.807],
  ['370304', '博山区', 117.862, 36.495],
  ['370305', '临淄区', 118.309, 36.827],
  ['370306', '周村区', 117.87, 36.803],
  ['370321', '桓台县', 118.098, 36.96],
  ['370322', '高青县', 117.827, 37.171],
  ['370323', '沂源县', 118.171, 36.185],
];
// one degree of longitude is shorter than one of latitude here
const squeeze = Math.cos((36.6 * Math.PI) / 180);

/** City code → GeoJSON (WGS-84) with one polygon a district. */
export function drawDistricts() {
  const features = seats.map(([code, name, lon, lat]) => {
    let cell = outline;
    for (const [other, , otherLon, otherLat] of seats) {
      cell = other === code ? cell : nearerTo([lon, lat], [otherLon, otherLat], cell);
    }
    const ring = [...cell, cell[0]].map((p) => p.map((n) => Number(n.toFixed(4))));
    return {
      type: 'Feature',
      properties: { code, name, seat: [lon, lat], note },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return { 370300: { type: 'FeatureCollection', note, features } };
}

/** The part of the polygon that lies nearer to the first point than to the second. */
function nearerTo(a, b, polygon) {
  const dx = (b[0] - a[0]) * squeeze * squeeze;
  const dy = b[1] - a[1];
  const side = (p) => dx * (p[0] - (a[0] + b[0]) / 2) + dy * (p[1] - (a[1] + b[1]) / 2);
  const kept = [];
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length];
    const [sp, sq] = [side(p), side(q)];
    if (sp <= 0) {
      kept.push(p);
    }
    if (sp * sq < 0) {
      const t = sp / (sp - sq);
      kept.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
    }
  });
  return kept;
}
