import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Converter } from 'opencc-js/cn2t';

/** Writes texts_zh_TW.properties for every texts_zh_CN.properties: other characters, same phrases. */
export function buildTraditional(from, to) {
  const convert = Converter({ from: 'cn', to: 'tw' });
  for (const entry of readdirSync(from, { recursive: true })) {
    if (!entry.endsWith('texts_zh_CN.properties')) {
      continue;
    }
    const lines = readFileSync(join(from, entry), 'utf8').split('\n');
    const file = join(to, entry.replace('zh_CN', 'zh_TW'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, lines.map((line) => (line.startsWith('#') ? line : convert(line))).join('\n'));
  }
}
