/** What concerns nobody but oneself: profile, password, second factor, sessions, notifications, favourites. */
import { tell } from './bank.mjs';
import { parties } from './data.mjs';
import { problem } from './http.mjs';
import { rightsOf } from './people.mjs';

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

const notifications = [
  { id: 6, at: ago(4), kind: 'approval', arguments: { kind: 'post.change', subject: 'head', maker: '马淑华' }, to: '/admin/approvals', readAt: null },
  { id: 5, at: ago(52), kind: 'approval', arguments: { kind: 'role.change', subject: 'marketing', maker: '赵德海' }, to: '/admin/approvals', readAt: null },
  { id: 4, at: ago(130), kind: 'decided', arguments: { kind: 'export', subject: 'customers', state: 'approved', checker: '李建国' }, to: '/admin/approvals?state=done', readAt: null },
  { id: 3, at: ago(1500), kind: 'decided', arguments: { kind: 'unit.change', subject: '230521', state: 'rejected', checker: '赵德海' }, to: '/admin/approvals?state=done', readAt: ago(1400) },
];

const places = new Map();
const placesOf = (user) => places.get(user.userName) ?? places.set(user.userName, { favourites: [], recents: [{ to: `/customers/${parties[1].number}`, title: parties[1].number }] }).get(user.userName);

setInterval(() => {
  const id = notifications[0].id + 1;
  notifications.unshift({ id, at: ago(0), kind: 'approval', arguments: { kind: 'export', subject: 'customers', maker: '陈雨桐' }, to: '/admin/approvals', readAt: null });
  tell('notification', notifications[0]);
}, 90_000).unref();

export const meRoutes = [
  ['GET', '/api/me', (_, __, ___, { user }) => ({
    userName: user.userName, name: user.name, mobile: user.mobile, email: user.email, language: user.language ?? null, theme: user.theme ?? null,
    notifications: user.notifications ?? { muted: [], digest: 'none' },
  })],
  ['PUT', '/api/me', (_, __, body, { user }) => void Object.assign(user, { mobile: body.mobile, email: body.email, language: body.language, theme: body.theme, notifications: body.notifications })],
  ['POST', '/api/me/password', (_, __, body, { user }) => {
    if (body.current !== (user.password ?? 'demo')) return problem(401, 'password-wrong');
    if (body.password.startsWith('123456')) return problem(400, 'password-weak', { detail: 'one of the common ones' });
    user.password = body.password;
    user.passwordChange = false;
    return null;
  }],
  ['POST', '/api/me/totp', () => ({ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Granary:demo?secret=JBSWY3DPEHPK3PXP', qr: sampleQr() })],
  ['POST', '/api/me/totp/confirm', (_, __, body, { user }) => {
    if (body.code !== '123456') return problem(400, 'totp-wrong');
    user.totp = true;
    return { codes: ['7KQP-2MXD', 'H3TN-9WVB', 'R8FC-4LYS', 'D6JG-1ZPA', 'X5UE-8KHM', 'B2WQ-7NTR', 'M9VL-3CXF', 'T4ZD-6GJY'] };
  }],
  ['DELETE', '/api/me/totp', (_, __, ___, { user }) => void (user.totp = false)],
  ['GET', '/api/me/sessions', () => [
    { id: 's1', current: true, createdAt: ago(130), seenAt: ago(0), address: '10.12.3.44', device: 'Chrome 141 · Windows 10' },
    { id: 's2', current: false, createdAt: ago(2600), seenAt: ago(640), address: '10.12.9.7', device: 'Chrome 140 · Android 12' },
  ]],
  ['DELETE', '/api/me/sessions/:id', () => null],
  ['GET', '/api/me/sign-ins', () => ['done', 'done', 'sign-in-failed', 'done', 'totp-wrong', 'locked-out'].map((outcome, index) => ({ at: ago(130 + index * 700), address: '10.12.3.44', outcome }))],
  ['GET', '/api/me/rights', (_, __, ___, { user }) => rightsOf(user)],
  ['GET', '/api/notifications', (query) => {
    const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY);
    return { rows: notifications.filter((each) => each.id < before).slice(0, 50), unread: notifications.filter((each) => each.readAt === null).length };
  }],
  ['POST', '/api/notifications/read', (_, __, body) => {
    for (const each of notifications) if (body.all === true || body.ids?.includes(each.id)) each.readAt ??= ago(0);
    return null;
  }],
  ['GET', '/api/me/places', (_, __, ___, { user }) => placesOf(user)],
  ['PUT', '/api/me/favourites', (_, __, { to, title, on }, { user }) => {
    const mine = placesOf(user);
    mine.favourites = mine.favourites.filter((each) => each.to !== to);
    if (on) mine.favourites.push({ to, title });
    return null;
  }],
  ['POST', '/api/me/recents', (_, __, { to, title }, { user }) => {
    const mine = placesOf(user);
    mine.recents = [{ to, title }, ...mine.recents.filter((each) => each.to !== to)].slice(0, 20);
    return null;
  }],
];

/** Looks like a QR code and is none: the mock's secret is no secret. */
function sampleQr() {
  const size = 29;
  const dark = (x, y) => {
    const corner = [[0, 0], [size - 7, 0], [0, size - 7]].find(([cx, cy]) => x >= cx - 1 && x <= cx + 7 && y >= cy - 1 && y <= cy + 7);
    if (corner === undefined) return (x * 7 + y * 13 + x * y) % 5 < 2;
    const ring = Math.max(Math.abs(x - corner[0] - 3), Math.abs(y - corner[1] - 3));
    return ring === 3 || ring <= 1;
  };
  let cells = '';
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (dark(x, y)) cells += `<rect x="${x + 4}" y="${y + 4}" width="1" height="1" fill="#000"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size + 8} ${size + 8}" shape-rendering="crispEdges"><rect x="0" y="0" width="${size + 8}" height="${size + 8}" fill="#fff"/>${cells}</svg>`;
}
