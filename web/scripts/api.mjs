/** Writes src/api/schema.d.ts from a running server's OpenAPI document: npm run api -- https://localhost:5001 (or a file) */
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const from = process.argv[2] ?? process.env.GRANARY_URL;
if (from === undefined) throw new Error('which server? npm run api -- https://localhost:5001');

// The demo's certificate is its own.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
const document = JSON.parse(from.startsWith('http') ? await text(new URL('/openapi/v1.json', from)) : await readFile(from, 'utf8'));

const heading = '// Made from the server’s OpenAPI document by `npm run api`: do not edit.\n\n';
await writeFile(new URL('../src/api/schema.d.ts', import.meta.url), heading + astToString(await openapiTS(numbersOnly(document))));

async function text(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.text();
}

/** The server reads numbers from strings too and says so ("integer" or "string"); what it writes are numbers. */
function numbersOnly(node) {
  if (Array.isArray(node)) return node.map(numbersOnly);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, numbersOnly(value)]));
  if (Array.isArray(copy.type) && copy.type.some((each) => each === 'integer' || each === 'number')) {
    copy.type = copy.type.filter((each) => each !== 'string');
    delete copy.pattern;
  }
  return copy;
}
