/**
 * The web API with made-up data, for developing the page without the hub: npm run mock, then npm run dev.
 * Serves dist/ too where it is built, under the content security policy that the page is meant to run with.
 */
import { createServer } from 'node:http';
import { bankRoutes, listeners, status } from './bank.mjs';
import { customerRoutes } from './customers.mjs';
import { systems } from './data.mjs';
import { match, problem, send, sendFile, text } from './http.mjs';
import { listRoutes } from './lists.mjs';
import { meRoutes } from './me.mjs';
import { organisationRoutes } from './organisation.mjs';
import { peopleRoutes } from './people.mjs';
import { session, sessions } from './session.mjs';
import { trustRoutes } from './trust.mjs';

const port = Number(process.env.PORT ?? 5174);
const routes = [...meRoutes, ...organisationRoutes, ...peopleRoutes, ...trustRoutes, ...customerRoutes, ...listRoutes, ...bankRoutes];

/** What the server asks the password again for, once a session. */
const sensitive = /^\/api\/(?:organisation|users|roles|keys|approvals)/;

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://mock');
  if (!url.pathname.startsWith('/api/')) return sendFile(url.pathname, response);
  const cookie = /session=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  const sent = request.method === 'GET' ? '' : await text(request);
  const body = request.headers['content-type']?.startsWith('application/json') ? JSON.parse(sent || '{}') : sent;
  if (url.pathname === '/api/session') return session(request.method, cookie, body, response);
  const who = sessions.get(cookie);
  if (who === undefined) return send(response, problem(401, 'sign-in-required', { demo: true }));
  if (url.pathname === '/api/session/step-up') {
    if (body.password !== 'demo' && body.code !== '123456') return send(response, problem(401, 'step-up-failed'));
    who.steppedUp = true;
    return send(response, null);
  }
  if (url.pathname === '/api/live') return stream(request, response);
  const found = match(routes, request.method, url.pathname);
  if (found === null) return send(response, problem(404, 'not-found'));
  if (found.permission !== undefined && !who.permissions.includes(found.permission)) return send(response, problem(403, 'forbidden'));
  if (request.method !== 'GET' && sensitive.test(url.pathname) && !who.steppedUp && body.preview !== true) return send(response, problem(403, 'step-up-required'));
  return send(response, found.handle(url.searchParams, found.params, body, who));
});

function stream(request, response) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(`event: systems\ndata: ${JSON.stringify(systems.map(status))}\n\n`);
  listeners.add(response);
  request.on('close', () => listeners.delete(response));
}

server.listen(port, '127.0.0.1', () => console.log(`mock at http://127.0.0.1:${port} (users demo, manager, head, marketing, steward, auditor, operator, admin, fresh, totp; password demo)`));
