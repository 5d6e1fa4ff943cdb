/** Answers of the mock, and the built page under the policy that it is meant to run with. */
import { createReadStream, existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
  + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export function problem(statusCode, code, facts = {}) {
  return { statusCode, problem: { type: 'about:blank', status: statusCode, code, ...facts } };
}

/** Anything but 200 with JSON. */
export const accepted = (body) => ({ statusCode: 202, body });
export const file = (name, type, content) => ({ file: name, type, content });

export function send(response, value) {
  if (value === null || value === undefined) return response.writeHead(204).end();
  if (value.file !== undefined) {
    response.writeHead(200, { 'content-type': value.type, 'content-disposition': `attachment; filename="${value.file}"` });
    return response.end(value.content);
  }
  const failed = value.problem !== undefined;
  response.writeHead(value.statusCode ?? 200, { 'content-type': failed ? 'application/problem+json' : 'application/json' });
  return response.end(JSON.stringify(failed ? value.problem : value.statusCode === undefined ? value : value.body));
}

export async function text(request) {
  let all = '';
  for await (const part of request) all += part;
  return all;
}

/** The handler of the first route that fits, with the parts of its address. */
export function match(routes, method, path) {
  for (const [wanted, pattern, handle, permission] of routes) {
    if (wanted !== method) continue;
    const names = [...pattern.matchAll(/:(\w+)/g)].map((each) => each[1]);
    const found = new RegExp(`^${pattern.replaceAll(/:\w+/g, '([^/]+)')}$`).exec(path);
    if (found !== null) return { handle, permission, params: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1])])) };
  }
  return null;
}

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

export function sendFile(path, response) {
  const wanted = join(dist, normalize(path));
  const found = extname(path) !== '' && existsSync(wanted) ? wanted : join(dist, 'index.html');
  const compressed = existsSync(`${found}.br`);
  response.writeHead(200, {
    'content-type': types[extname(found)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    ...(compressed ? { 'content-encoding': 'br' } : {}),
  });
  createReadStream(compressed ? `${found}.br` : found).pipe(response);
}
