import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every word in the templates, classes and scripts: what may be a CSS class in use. */
export function listWords(folders, scripts) {
  const found = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).filter((f) => /\.(jte|java|js)$/.test(f)).map((f) => join(folder, f)));
  const controls = readdirSync('node_modules/ol/control').filter((f) => f.endsWith('.js')).map((f) => join('node_modules/ol/control', f));
  const words = new Set(['htmx-request', 'htmx-settling', 'htmx-swapping', 'htmx-added']);
  for (const file of [...found, ...scripts, ...controls, 'node_modules/ol/css.js']) {
    for (const word of readFileSync(file, 'utf8').match(/[A-Za-z][\w-]*/g) ?? []) {
      words.add(word);
    }
  }
  return words;
}

/** The style sheet without the rules whose selectors name a class that is not in use. */
export function keepUsed(css, words) {
  let kept = '';
  let at = 0;
  while (at < css.length) {
    const open = find(css, at, '{;');
    if (open < 0) {
      break;
    }
    const head = css.slice(at, open).trim();
    if (css[open] === ';') {
      kept += head ? `${head};` : '';
      at = open + 1;
      continue;
    }
    const close = findClose(css, open);
    const body = css.slice(open + 1, close);
    at = close + 1;
    if (/^@(media|supports|layer|container)/.test(head)) {
      const inner = keepUsed(body, words);
      kept += inner ? `${head}{${inner}}` : '';
    } else if (head.startsWith('@')) {
      kept += `${head}{${body}}`;
    } else {
      const selectors = split(head).filter((selector) => isUsed(selector, words));
      kept += selectors.length ? `${selectors.join(',')}{${body}}` : '';
    }
  }
  return kept;
}

function isUsed(selector, words) {
  const plain = selector.replace(/:(not|is|where|has)\((?:[^()]|\([^()]*\))*\)/g, '').replace(/\[[^\]]*\]/g, '');
  return [...plain.matchAll(/\.((?:\\.|[\w-])+)/g)].every((m) => words.has(m[1].replace(/\\/g, '')));
}

function split(selectors) {
  const parts = [];
  let start = 0;
  for (let i = find(selectors, 0, ','); i >= 0; i = find(selectors, i + 1, ',')) {
    parts.push(selectors.slice(start, i));
    start = i + 1;
  }
  return [...parts, selectors.slice(start)];
}

/** The next of the wanted characters outside quotes, brackets and comments, or -1. */
function find(css, from, wanted) {
  let depth = 0;
  for (let i = from; i < css.length; i++) {
    const c = css[i];
    if (c === '\\') {
      i++;
    } else if (c === '"' || c === "'") {
      i = skipString(css, i);
    } else if (c === '(' || c === '[') {
      depth++;
    } else if (c === ')' || c === ']') {
      depth--;
    } else if (depth === 0 && wanted.includes(c)) {
      return i;
    }
  }
  return -1;
}

function findClose(css, open) {
  let depth = 0;
  for (let i = open; i < css.length; i++) {
    if (css[i] === '"' || css[i] === "'") {
      i = skipString(css, i);
    } else if (css[i] === '{') {
      depth++;
    } else if (css[i] === '}' && --depth === 0) {
      return i;
    }
  }
  return css.length;
}

function skipString(css, at) {
  let i = at + 1;
  while (i < css.length && css[i] !== css[at]) {
    i += css[i] === '\\' ? 2 : 1;
  }
  return i;
}
