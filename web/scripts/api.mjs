/** Writes src/api/schema.d.ts from a running server's OpenAPI document: npm run api [-- https://localhost:5001] */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';

const base = process.argv[2] ?? process.env.GRANARY_URL ?? 'http://127.0.0.1:5174';
const document = new URL('/openapi/v1.json', base);
const response = await fetch(document);
if (!response.ok) throw new Error(`${document} answers ${response.status}: is the server running?`);
const copy = new URL('../src/api/openapi.json', import.meta.url);
await writeFile(copy, `${JSON.stringify(await response.json(), null, 2)}\n`);
const { status } = spawnSync('npx', ['openapi-typescript', 'src/api/openapi.json', '-o', 'src/api/schema.d.ts'], { stdio: 'inherit' });
process.exit(status ?? 1);
