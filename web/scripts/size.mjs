/**
 * What a browser downloads before the first page stands, with brotli, against its budget. Counts the page itself, the entry, what it
 * imports (also further down), their style sheets, one language, and the chunks of the route that the page opens on.
 */
import { readFile } from 'node:fs/promises';

const dist = new URL('../dist/', import.meta.url);

/** A weak network in a village brings 1 Mbit/s: sign-in in a second and a half, the first page in four. */
const shell = 'src/app/Shell.tsx';
const budgets = [
  { page: 'sign-in', routes: ['src/features/sign-in/SignInPage.tsx'], kilobytes: 180 },
  { page: 'customers (first page of an officer)', routes: [shell, 'src/features/customers/CustomersPage.tsx'], kilobytes: 550 },
  { page: 'live map (first page of an operator)', routes: [shell, 'src/features/map/MapPage.tsx'], kilobytes: 550 },
];
const language = 'src/locales/zh-CN.json';

const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'));

function collect(key, files = new Set()) {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`the build has no ${key}`);
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const sheet of chunk.css ?? []) files.add(sheet);
  for (const next of chunk.imports ?? []) collect(next, files);
  return files;
}

async function weigh(file) {
  // A file below compress.ts's limit has no compressed copy and is sent as it is.
  const bytes = await readFile(new URL(`${file}.br`, dist)).catch((error) => {
    if (error.code === 'ENOENT') return readFile(new URL(file, dist));
    throw error;
  });
  return bytes.length;
}

let over = false;
for (const { page, routes, kilobytes } of budgets) {
  const files = collect('index.html', new Set(['index.html']));
  for (const route of routes) collect(route, files);
  collect(language, files);
  const sizes = await Promise.all([...files].map(weigh));
  const total = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  const fits = total <= kilobytes;
  over ||= !fits;
  console.log(`${page}: ${total.toFixed(1)} KB of script and style with brotli in ${files.size} files (budget ${kilobytes} KB)${fits ? '' : ' — OVER'}`);
}
process.exit(over ? 1 : 0);
