/** Users, roles and rights of the mock. */
import { accepted, problem } from './http.mjs';
import { permissions, roles, unitName, units, users } from './units.mjs';

let proposal = 100;
export const proposed = () => accepted({ proposal: ++proposal, applied: false });

const below = (code) => units.filter((unit) => unit.code.startsWith(code)).map((unit) => unit.code);

export function rightsOf(user) {
  const grants = user.posts.flatMap((post) => {
    const role = roles.find((each) => each.id === post.role);
    return Object.entries(role.grants).map(([permission, reach]) => ({
      permission, reach, role: role.id, unit: post.unit, unitName: unitName(post.unit),
      ...(user.userName === 'head' && permission === 'customers.allocate' ? { coverFor: 'marketing', until: '2026-12-31' } : {}),
      rows:
        reach === 'province' || post.unit === '00' ? { all: true, entities: [], units: [], managers: [], places: [] }
        : reach === 'own' ? { all: false, entities: [], units: [], managers: [user.userName], places: ['230521001003'] }
        : reach === 'entity' ? { all: false, entities: [post.unit.slice(0, 6)], units: [], managers: [], places: [] }
        : { all: false, entities: [], units: below(post.unit), managers: [], places: [] },
    }));
  });
  const clearest = ['hidden', 'masked', 'clear'];
  const best = (name) => clearest[Math.max(...user.posts.map((post) => clearest.indexOf(roles.find((role) => role.id === post.role).fields[name])))];
  return { fields: { C1: best('C1'), C2: best('C2'), C3: best('C3') }, grants };
}

const find = (name) => users.find((user) => user.userName === name);
const row = ({ userName, name, mobile, email, state, posts, lastSeenAt }) => ({ userName, name, mobile, email, state, posts, lastSeenAt });

export const peopleRoutes = [
  ['POST', '/api/users/import', (query, _, csv) => {
    const lines = String(csv).split(/\r?\n/).filter((line) => line.trim() !== '').slice(1);
    const problems = lines.flatMap((line, index) => (line.split(',').length < 4 ? [{ line: index + 2, what: 'columns' }] : find(line.split(',')[0]) === undefined ? [] : [{ line: index + 2, what: 'user.taken' }]));
    return { lines: lines.length, good: lines.length - problems.length, problems, users: query.get('dryRun') === 'true' || problems.length > 0 ? [] : lines.map((line) => ({ userName: line.split(',')[0], oneTimePassword: 'willow-bridge-3310-stone', proposals: [] })) };
  }, 'users.edit'],
  ['POST', '/api/users', (_, __, body) => {
    if (find(body.userName) !== undefined) return problem(409, 'user.taken');
    users.push({ userName: body.userName, name: body.name, mobile: body.mobile ?? null, email: body.email ?? null, state: 'active', lastSeenAt: null, passwordChange: true, posts: (body.posts ?? []).map((post, index) => ({ ...post, id: `${body.userName}-${index}`, unitName: unitName(post.unit) })) });
    return { userName: body.userName, oneTimePassword: 'bamboo-river-4471-lantern', proposals: [{ proposal: ++proposal, applied: false }] };
  }, 'users.edit'],
  ['GET', '/api/users/:name', (_, { name }) => (find(name) === undefined ? problem(404, 'user.unknown') : { ...row(find(name)), totp: find(name).totp === true, covers: name === 'marketing' ? [{ id: 1, deputy: 'head', from: '2026-11-20', to: '2026-12-31', reason: '产假' }] : [] }), 'users.read'],
  ['PUT', '/api/users/:name', (_, { name }, body) => void Object.assign(find(name), body), 'users.edit'],
  ['POST', '/api/users/:name/posts', proposed, 'users.edit'],
  ['DELETE', '/api/users/:name/posts/:id', proposed, 'users.edit'],
  ['POST', '/api/users/:name/cover', proposed, 'users.edit'],
  ['POST', '/api/users/:name/reset', () => ({ oneTimePassword: 'maple-harbour-2093-stone' }), 'users.edit'],
  ['DELETE', '/api/users/:name/sessions', () => null, 'users.edit'],
  ['GET', '/api/users/:name/rights', (_, { name }) => (find(name) === undefined ? problem(404, 'not-found') : rightsOf(find(name))), 'users.read'],
  ['GET', '/api/roles', () => roles.map((role) => ({ ...role, people: users.filter((user) => user.posts.some((post) => post.role === role.id)).length })), 'roles.read'],
  ['GET', '/api/permissions', () => permissions],
  ['PUT', '/api/roles/:id', proposed, 'roles.edit'],
  ['DELETE', '/api/roles/:id', proposed, 'roles.edit'],
];
