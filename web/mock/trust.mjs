/** Approvals, audit trail and keys of the mock. */
import { users } from './units.mjs';

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

const approvals = [
  {
    id: 41, kind: 'post.change', title: 'head', maker: 'steward', makerName: '马淑华', createdAt: ago(35), expiresAt: ago(-4 * 1440), state: 'open', mine: false, mayDecide: true,
    reason: '轮岗', before: { posts: ['outlet-head 2305210102'] }, after: { posts: ['outlet-head 2305210102', 'outlet-head 2302230101'], from: '2026-12-01' },
  },
  {
    id: 42, kind: 'role.change', title: 'marketing', maker: 'admin', makerName: '赵德海', createdAt: ago(190), expiresAt: ago(-3 * 1440), state: 'open', mine: false, mayDecide: true, reason: '电访需要',
    before: { grants: { 'customers.read': 'entity', 'customers.export': 'entity' }, fields: { C1: 'clear', C2: 'masked', C3: 'masked' } },
    after: { grants: { 'customers.read': 'entity', 'customers.export': 'entity', 'customers.reveal': 'entity' }, fields: { C1: 'clear', C2: 'masked', C3: 'masked' } },
  },
  { id: 43, kind: 'export', title: 'customers', maker: 'marketing', makerName: '陈雨桐', createdAt: ago(240), expiresAt: ago(-1440), state: 'open', mine: false, mayDecide: true, reason: '春耕贷款宣传短信', before: null, after: { list: 'customers', count: 23410, format: 'xlsx', columns: ['name', 'mobile', 'unit'] } },
  { id: 44, kind: 'post.change', title: 'cm011', maker: 'demo', makerName: '演示用户', createdAt: ago(300), expiresAt: ago(-1440), state: 'open', mine: true, mayDecide: false, reason: '离职', before: { posts: ['customer-manager 2305210301'] }, after: { posts: [] } },
  { id: 39, kind: 'role.change', title: 'auditor', maker: 'steward', makerName: '马淑华', createdAt: ago(3000), expiresAt: ago(-10), state: 'approved', mine: false, mayDecide: false, reason: '专项审计', before: { grants: { 'audit.read': 'entity' } }, after: { grants: { 'audit.read': 'province' } }, checker: 'admin', decidedAt: ago(2900), note: '同意' },
  { id: 38, kind: 'export', title: 'customers', maker: 'marketing', makerName: '陈雨桐', createdAt: ago(4000), expiresAt: ago(-10), state: 'rejected', mine: false, mayDecide: false, reason: '备份', before: null, after: { list: 'customers', count: 81022 }, checker: 'head', decidedAt: ago(3900), note: '范围过大，请按网点分批' },
];

const acts = [
  ['customers.reveal', '8000000000283', '核实身份', null, 'mobile document'], ['sign-in', 'manager', null, null, null], ['sign-in.failed', 'cm011', null, null, 'wrong password'],
  ['customers.export', 'customers', '春耕贷款宣传短信', null, { list: 'customers', rows: 128, format: 'xlsx' }],
  ['role.change', 'auditor', '专项审计', { grants: { 'audit.read': 'entity' } }, { grants: { 'audit.read': 'province' } }],
  ['user.create', 'fresh', null, null, '新入职员工'], ['customers.allocate', '8000000000283/230521', null, 'cm001', 'cm002'], ['refused', 'roles.edit', null, null, 'PUT /api/roles/auditor'],
];
export const audit = Array.from({ length: 130 }, (_, index) => {
  const [act, subject, reason, before, after] = acts[index % acts.length];
  return { trail: index % 3 === 0 ? 'ecif' : 'access', id: 2000 - index, at: ago(index * 37 + 3), who: users[index % 8].userName, from: '10.12.3.44', act, subject, reason, before, after };
});

const keys = [
  { id: 'k1', name: '数据仓库', permissions: ['customers.read', 'changes.read'], expiresAt: ago(-180_000), createdAt: ago(90_000), revokedAt: null, usedAt: ago(3), createdBy: 'admin' },
  { id: 'k2', name: '短信平台', permissions: ['customers.read'], expiresAt: ago(-9_000), createdAt: ago(200_000), revokedAt: null, usedAt: null, createdBy: 'admin' },
];

for (const each of approvals) {
  Object.assign(each, { subject: each.title, unit: '230521', note: each.note ?? '', before: each.before === null ? '' : JSON.stringify(each.before), after: JSON.stringify(each.after) });
}
const written = (value) => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));
for (const row of audit) Object.assign(row, { reason: row.reason ?? '', before: written(row.before), after: written(row.after) });

export const trustRoutes = [
  ['GET', '/api/approvals', (query) => approvals.filter((each) => (each.state === 'open') === (query.get('state') !== 'done'))],
  ['POST', '/api/approvals/decide', (_, __, { ids, approve, note }, { user }) => ids.map((id) => {
    Object.assign(approvals.find((each) => each.id === id), { state: approve ? 'approved' : 'rejected', checker: user.userName, decidedAt: ago(0), note, mayDecide: false });
    return { id, outcome: approve ? 'approved' : 'rejected', why: null };
  }), 'approvals.decide'],
  ['DELETE', '/api/approvals/:id', (_, { id }) => void Object.assign(approvals.find((each) => each.id === Number(id)), { state: 'withdrawn', decidedAt: ago(0), mine: false })],
  ['GET', '/api/audit/verify', () => ({ ok: true, rows: 128_430, faults: [] }), 'audit.read'],
  ['GET', '/api/keys', () => keys, 'keys.edit'],
  ['POST', '/api/keys', (_, __, body, { user }) => {
    keys.unshift({ id: `k${keys.length + 1}`, ...body, expiresAt: ago(-1440 * body.days), createdAt: ago(0), revokedAt: null, usedAt: null, createdBy: user.userName });
    return { id: keys[0].id, key: 'grn_7f2QkX9mVt4LbR8sWc3yHd6pZa1n' };
  }, 'keys.edit'],
  ['DELETE', '/api/keys/:id', (_, { id }) => void keys.splice(keys.findIndex((each) => each.id === id), 1), 'keys.edit'],
];
