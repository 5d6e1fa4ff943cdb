/**
 * What a browser downloads before the first page stands, with brotli, against its budget. Counts the entry, what it
 * imports (also further down), their style sheets, one language, and the chunks of the route that the page opens on.
 */
import { readFile } from 'node:fs/promises';

const dist = new URL('../dist/', import.meta.url);

/** Issue 2 asks for 400 KB of script and style on the first page. */
const budgets = [
  { page: 'live map (home)', route: 'src/features/map/MapPage.tsx', kilobytes: 400 },
  { page: 'sign-in', route: 'src/features/sign-in/SignInPage.tsx', kilobytes: 300 },
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
for (const { page, route, kilobytes } of budgets) {
  const files = collect('index.html');
  collect(route, files);
  collect(language, files);
  const sizes = await Promise.all([...files].map(weigh));
  const total = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  const fits = total <= kilobytes;
  over ||= !fits;
  console.log(`${page}: ${total.toFixed(1)} KB of script and style with brotli in ${files.size} files (budget ${kilobytes} KB)${fits ? '' : ' — OVER'}`);
}
process.exit(over ? 1 : 0);
