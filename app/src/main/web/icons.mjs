import { readFileSync } from 'node:fs';

// The Tabler icons in use; a page names one of these.
const used = `
activity alert-circle alert-triangle ambulance arrow-right arrows-sort bell building-community
building-factory-2 calendar certificate chart-bar check chevron-down chevron-left chevron-right chevron-up circle-check
circle-dashed circle-minus circle-x clipboard-check clipboard-list clock dots download edit external-link
file-text filter fingerprint flame flask gauge gavel help-circle history inbox info-circle key language
list-details lock logout map-2 menu-2 moon plug-connected plug-connected-x plus point printer radar-2 report school search send
settings shield-lock sitemap sun target trash truck upload user users wifi-off x
`.trim().split(/\s+/);

/** One SVG file with a symbol for every icon in use, its id the icon's name. */
export function buildSprite() {
  const symbols = used.map((name) => {
    const svg = readFileSync(`node_modules/@tabler/icons/icons/outline/${name}.svg`, 'utf8');
    const shapes = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, '').replace(/<path stroke="none"[^>]*>/, '')}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${symbols.join('')}</svg>`;
}
