/** The lists of users and of the audit in the mock. */
import { audit } from './trust.mjs';
import { unitName, users } from './units.mjs';

export const text = ['contains', 'starts', 'eq', 'empty', 'notEmpty'];
export const code = ['eq', 'ne', 'in', 'empty', 'notEmpty'];
export const time = ['gte', 'lte', 'between'];
export const column = (name, type, cls, filters, more = {}) => ({ name, type, class: cls, sortable: false, filters, default: true, ...more });

const plain = (row, name) => row.cells[name];

const userColumns = [
  column('name', 'text', null, text, { sortable: true, width: 140 }),
  column('userName', 'text', null, text, { sortable: true, width: 130 }),
  column('role', 'code', null, ['eq', 'ne', 'empty', 'notEmpty'], { width: 180 }),
  column('unit', 'code', null, ['eq', 'ne', 'empty', 'notEmpty'], { width: 220 }),
  column('state', 'code', null, ['eq', 'ne'], { options: ['active', 'disabled'], width: 80 }),
  column('lastSeenAt', 'time', null, time, { sortable: true, width: 130 }),
  column('totp', 'bool', null, ['eq'], { width: 90, default: false }),
  column('createdAt', 'time', null, time, { sortable: true, width: 130, default: false }),
  column('id', 'text', null, ['eq', 'in'], { width: 260, default: false }),
];

const userRow = (user, index) => ({
  id: String(index + 1),
  version: null,
  cells: {
    id: user.userName, userName: user.userName, name: user.name, state: user.state, totp: user.totp === true, lastSeenAt: user.lastSeenAt, createdAt: '2024-01-01T01:00:00Z',
    role: [...new Set(user.posts.map((post) => post.role))], unit: [...new Set(user.posts.map((post) => post.unit))],
  },
});

const keyed = ['eq', 'ne', 'in', 'starts', 'empty', 'notEmpty'];
const auditColumns = [
  column('at', 'time', null, time, { sortable: true, width: 150 }),
  column('who', 'text', null, keyed, { width: 120 }),
  column('act', 'code', null, ['eq', 'ne', 'in'], { width: 170 }),
  column('subject', 'text', null, keyed, { width: 200 }),
  column('reason', 'text', null, ['contains', 'empty', 'notEmpty'], { width: 220 }),
  column('from', 'text', null, keyed, { width: 120 }),
  column('trail', 'code', null, ['eq', 'ne', 'in'], { options: ['access', 'ecif', 'ocrm'], width: 100 }),
  column('id', 'number', null, ['eq', 'gt', 'gte', 'lt', 'lte', 'between', 'empty', 'notEmpty'], { width: 90, default: false }),
  column('before', 'text', null, ['empty', 'notEmpty'], { width: 240, default: false }),
  column('after', 'text', null, ['empty', 'notEmpty'], { width: 240, default: false }),
];

export const adminLists = {
  users: {
    description: { name: 'users', columns: userColumns, export: true, sort: [{ column: 'userName', descending: false }], actions: [] },
    rows: () => users.map(userRow),
    clear: plain,
    permission: 'users',
    views: [{ id: 'v1', name: '停用的用户', shared: true, mine: false, state: { filter: { column: 'state', op: 'eq', value: 'disabled' } } }],
    names: { unit: Object.fromEntries(users.flatMap((user) => user.posts.map((post) => [post.unit, unitName(post.unit)]))) },
  },
  audit: {
    description: { name: 'audit', columns: auditColumns, export: true, sort: [{ column: 'at', descending: true }], actions: [] },
    rows: () => audit.map((row) => ({ id: `${row.id}`, version: null, cells: row })),
    clear: plain,
    permission: 'audit',
    views: [{ id: 'v1', name: '登录失败', shared: false, mine: true, state: { filter: { column: 'act', op: 'eq', value: 'sign-in.failed' } } }],
  },
};
