// Builds what the browser loads, and the data that comes from npm packages, into target/classes:
//   static/assets/NAME-HASH.EXT and assets.properties (logical name → file name)
//   divisions/NN.csv.gz, one a province
//   io/zaikong/documents/fonts, those of printed documents
//   io/zaikong/CAPABILITY/texts_zh_TW.properties from the Simplified ones
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildDivisions } from './divisions.mjs';
import { buildFonts } from './fonts.mjs';
import { buildSprite } from './icons.mjs';
import { keepUsed, listWords } from './purge.mjs';
import { drawDistricts } from './schematic.mjs';
import { buildTraditional } from './traditional.mjs';

const root = '../../..';
const classes = join(root, 'target/classes');
const assets = join(classes, 'static/assets');
const names = {};

function write(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const file = name.replace(/\.(\w+)$/, `-${hash}.$1`);
  names[name] = file;
  writeFileSync(join(assets, file), bytes);
}

rmSync(assets, { recursive: true, force: true });
mkdirSync(assets, { recursive: true });

const scripts = await build({
  entryPoints: ['app.js', 'map.js', 'passkey.js', 'app.css', 'map.css'],
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: ['es2022'],
  outdir: 'out',
  loader: { '.svg': 'dataurl' },
  legalComments: 'none',
  logLevel: 'warning',
});
const words = listWords([join(root, 'src/main/java'), 'parts'], ['map.js', 'passkey.js']);
for (const output of scripts.outputFiles) {
  const name = output.path.split('/').pop();
  write(name, name.endsWith('.css') ? keepUsed(output.text, words) : output.contents);
}
write('icons.svg', buildSprite());
for (const [code, geojson] of Object.entries(drawDistricts())) {
  write(`districts-${code}.json`, JSON.stringify(geojson));
}
for (const file of readdirSync('images')) {
  write(file, readFileSync(join('images', file)));
}
const lines = Object.entries(names).sort().map(([name, file]) => `${name}=${file}\n`);
writeFileSync(join(classes, 'assets.properties'), lines.join(''));

buildDivisions(join(classes, 'divisions'));
buildFonts(join(classes, 'io/zaikong/documents/fonts'));
buildTraditional(join(root, 'src/main/resources'), classes);
