// The fonts of printed documents, from npm packages, into DIR:
//   serif.ttf                      everything the font has
//   serif-bold.ttf, sans.ttf       what GB 2312 has; a rarer character falls back to serif.ttf
//   same-glyph.csv                 code points of serif.ttf that are drawn as another one is
// In the cmap every glyph keeps one code point. Several would let a PDF hold another character than was
// written: Kangxi radicals and compatibility ideographs share their glyphs with common characters.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = 'node_modules/@expo-google-fonts';
const kept = ['OS/2', 'cmap', 'gasp', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post', 'prep'];
const dropped = [[0x2e80, 0x2fdf], [0xf900, 0xfaff], [0x2f800, 0x2fa1f]];
// Of code points with the same glyph the one in the earlier range stays, in a range the smaller.
const preferred = [[0x20, 0x7e], [0xb7, 0xb7], [0xff01, 0xff5e], [0x2013, 0x2026], [0x3000, 0x303f], [0x4e00, 0x9fff]];

const isIn = (ranges) => (code) => ranges.some(([from, to]) => from <= code && code <= to);
const rank = (code) => {
  const at = preferred.findIndex(([from, to]) => from <= code && code <= to);
  return at < 0 ? preferred.length : at;
};

/** The tables of a TrueType font by name. */
function readTables(file) {
  const tables = new Map();
  for (let i = 0, n = file.readUInt16BE(4); i < n; i++) {
    const at = 12 + 16 * i;
    const offset = file.readUInt32BE(at + 8);
    tables.set(file.toString('latin1', at, at + 4), file.subarray(offset, offset + file.readUInt32BE(at + 12)));
  }
  return tables;
}

/** Code point to glyph, from the format 12 subtable. */
function readCmap(cmap) {
  for (let i = 0, n = cmap.readUInt16BE(2); i < n; i++) {
    const at = cmap.readUInt32BE(8 + 8 * i);
    if (cmap.readUInt16BE(at) !== 12) continue;
    const codes = new Map();
    for (let g = 0, groups = cmap.readUInt32BE(at + 12); g < groups; g++) {
      const [from, to, glyph] = [0, 4, 8].map((o) => cmap.readUInt32BE(at + 16 + 12 * g + o));
      for (let code = from; code <= to; code++) codes.set(code, glyph + code - from);
    }
    return codes;
  }
  throw new Error('no format 12 cmap');
}

/** The one code point that each glyph keeps, and those drawn the same. */
function choose(codes) {
  const byGlyph = new Map();
  for (const [code, glyph] of codes) {
    byGlyph.set(glyph, [...(byGlyph.get(glyph) ?? []), code]);
  }
  const one = new Map();
  const same = new Map();
  for (const [glyph, all] of byGlyph) {
    const left = all.filter((code) => !isIn(dropped)(code)).sort((a, b) => rank(a) - rank(b) || a - b);
    if (left.length > 0) {
      one.set(left[0], glyph);
      all.filter((code) => code !== left[0]).forEach((code) => same.set(code, left[0]));
    }
  }
  return { one, same };
}

function writeCmap(codes) {
  const groups = [];
  for (const code of [...codes.keys()].sort((a, b) => a - b)) {
    const last = groups.at(-1);
    const glyph = codes.get(code);
    if (last && last.to === code - 1 && last.glyph + code - last.from === glyph) {
      last.to = code;
    } else {
      groups.push({ from: code, to: code, glyph });
    }
  }
  const table = Buffer.alloc(12 + 16 + 12 * groups.length);
  [0, 1, 3, 10].forEach((value, i) => table.writeUInt16BE(value, 2 * i));
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + 12 * groups.length, 16);
  table.writeUInt32BE(groups.length, 24);
  groups.forEach((g, i) => [g.from, g.to, g.glyph].forEach((v, j) => table.writeUInt32BE(v, 28 + 12 * i + 4 * j)));
  return table;
}

/** Outlines of the glyphs wanted and of their parts; the others become empty and keep their numbers. */
function keepOutlines(tables, wanted) {
  const isLong = tables.get('head').readUInt16BE(50) === 1;
  const loca = tables.get('loca');
  const glyf = tables.get('glyf');
  const start = (glyph) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const glyphs = new Set([0, ...wanted]);
  for (const glyph of glyphs) {
    const outline = glyf.subarray(start(glyph), start(glyph + 1));
    if (outline.length > 0 && outline.readInt16BE(0) < 0) {
      for (let at = 10, more = true; more; ) {
        const flags = outline.readUInt16BE(at);
        glyphs.add(outline.readUInt16BE(at + 2));
        at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
        more = (flags & 0x20) !== 0;
      }
    }
  }
  const count = tables.get('maxp').readUInt16BE(4);
  const offsets = Buffer.alloc(4 * (count + 1));
  const outlines = [];
  let at = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    offsets.writeUInt32BE(at, 4 * glyph);
    if (glyphs.has(glyph)) {
      const outline = glyf.subarray(start(glyph), start(glyph + 1));
      const padding = -outline.length & 3;
      outlines.push(outline, Buffer.alloc(padding));
      at += outline.length + padding;
    }
  }
  offsets.writeUInt32BE(at, 4 * count);
  const head = Buffer.from(tables.get('head'));
  head.writeUInt16BE(1, 50);
  return new Map([...tables, ['head', head], ['loca', offsets], ['glyf', Buffer.concat(outlines)]]);
}

function checksum(table) {
  let sum = 0;
  const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
  return sum;
}

function writeFont(tables) {
  const names = kept.filter((name) => tables.has(name));
  const search = 2 ** Math.floor(Math.log2(names.length));
  const header = Buffer.alloc(12 + 16 * names.length);
  header.writeUInt32BE(0x00010000, 0);
  [names.length, 16 * search, Math.log2(search), 16 * (names.length - search)].forEach((v, i) => header.writeUInt16BE(v, 4 + 2 * i));
  const head = Buffer.from(tables.get('head'));
  head.writeUInt32BE(0, 8);
  const bodies = [];
  let offset = header.length;
  names.forEach((name, i) => {
    const table = name === 'head' ? head : tables.get(name);
    header.write(name, 12 + 16 * i, 'latin1');
    [checksum(table), offset, table.length].forEach((v, j) => header.writeUInt32BE(v, 16 + 16 * i + 4 * j));
    bodies.push(table, Buffer.alloc(-table.length & 3));
    offset += table.length + (-table.length & 3);
  });
  const font = Buffer.concat([header, ...bodies]);
  const headAt = font.readUInt32BE(12 + 16 * names.indexOf('head') + 8);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headAt + 8);
  return font;
}

/** ASCII, Latin-1 and the characters of GB 2312. */
function commonCodes() {
  const decoder = new TextDecoder('gbk');
  const codes = new Set(Array.from({ length: 0xe0 }, (_, i) => i + 0x20));
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      codes.add(decoder.decode(Uint8Array.of(high, low)).codePointAt(0));
    }
  }
  codes.delete(0xfffd);
  return codes;
}

export function buildFonts(dir) {
  const sources = {
    'serif.ttf': join(packages, 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    'serif-bold.ttf': join(packages, 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
    'sans.ttf': join(packages, 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  };
  const newest = Math.max(...[...Object.values(sources), 'fonts.mjs'].map((file) => statSync(file).mtimeMs));
  const made = join(dir, 'same-glyph.csv');
  if (existsSync(made) && statSync(made).mtimeMs >= newest) return;
  mkdirSync(dir, { recursive: true });
  const common = commonCodes();
  let lines = [];
  for (const [name, source] of Object.entries(sources)) {
    const tables = readTables(readFileSync(source));
    const { one, same } = choose(readCmap(tables.get('cmap')));
    const isWhole = name === 'serif.ttf';
    const codes = isWhole ? one : new Map([...one].filter(([code]) => common.has(code)));
    const reduced = isWhole ? tables : keepOutlines(tables, codes.values());
    writeFileSync(join(dir, name), writeFont(new Map([...reduced, ['cmap', writeCmap(codes)]])));
    if (isWhole) {
      lines = [...same].sort((a, b) => a[0] - b[0]).map((pair) => pair.map((c) => c.toString(16)).join(','));
    }
  }
  writeFileSync(made, lines.join('\n') + '\n'); // last: it says that all are there
}
