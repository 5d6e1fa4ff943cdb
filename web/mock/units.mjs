/** The federation of the mock: a province, its legal entities, their branches and outlets; people and roles. */

const entities = [
  ['230521', '集贤县农村信用合作联社'],
  ['230223', '依安县农村信用合作联社'],
  ['230125', '宾县农村商业银行股份有限公司'],
  ['230781', '铁力市农村信用合作联社'],
];
const branches = ['营业部', '福利信用社', '太平信用社'];

export const units = [
  { code: '00', name: '省农村信用社联合社', kind: 'province', parent: null, from: '2004-07-28', state: 'open', people: 12 },
  ...entities.flatMap(([entity, name]) => [
    { code: entity, name, kind: 'entity', parent: '00', from: '2005-01-01', state: 'open', people: 9 },
    ...branches.flatMap((branch, b) => [
      { code: `${entity}0${b + 1}`, name: branch, kind: 'branch', parent: entity, from: '2006-03-01', state: 'open', people: 6 },
      ...[1, 2, 3].map((o) => ({
        code: `${entity}0${b + 1}0${o}`, name: `${branch}${['本部', '东街分社', '永安分社'][o - 1]}`, kind: 'outlet', parent: `${entity}0${b + 1}`,
        from: '2008-06-01', state: 'open', people: 4,
      })),
    ]),
  ]),
];
units[6].next = { from: '2026-12-01', name: '东街智慧分社' };

export const unitName = (code) => units.find((unit) => unit.code === code)?.name ?? code;
export const outlets = units.filter((unit) => unit.kind === 'outlet');

export const permissions = [
  ['customers.read', true], ['customers.reveal', true], ['customers.export', true], ['customers.allocate', true], ['records.split', true, true], ['systems.read'],
  ['messages.read', true], ['changes.read', true], ['deliveries.decide'], ['day.close'], ['organisation.read'], ['organisation.edit', true, true], ['users.read', true],
  ['users.edit', true, true], ['users.export', true], ['roles.read'], ['roles.edit', false, true], ['approvals.decide', true, true], ['audit.read', true], ['audit.export', true], ['keys.edit', false, true], ['demo.drive'],
].map(([name, rows = false, stepUp = false]) => ({ name, rows, stepUp }));

const shipped = (id, zh, en, grants, fields) => ({ id, name: { zh, en }, shipped: true, grants, fields: { C1: 'clear', C2: 'masked', C3: 'masked', ...fields } });

export const roles = [
  shipped('customer-manager', '客户经理', 'Customer manager', { 'customers.read': 'own', 'customers.reveal': 'own' }),
  shipped('outlet-head', '网点负责人', 'Outlet head', { 'customers.read': 'unit', 'customers.reveal': 'unit', 'customers.allocate': 'unit', 'users.read': 'unit', 'organisation.read': 'province', 'approvals.decide': 'unit' }),
  shipped('marketing', '营销岗', 'Marketing', { 'customers.read': 'entity', 'customers.export': 'entity', 'customers.allocate': 'entity' }),
  shipped('data-steward', '数据管理员', 'Data steward', { 'customers.read': 'province', 'customers.reveal': 'province', 'records.split': 'province', 'systems.read': 'province', 'messages.read': 'province', 'changes.read': 'province' }),
  shipped('auditor', '审计员', 'Auditor', { 'customers.read': 'entity', 'audit.read': 'province', 'audit.export': 'province', 'users.read': 'province', 'users.export': 'province', 'roles.read': 'province', 'organisation.read': 'province' }),
  shipped('operator', '运维员', 'Operator', { 'systems.read': 'province', 'messages.read': 'province', 'deliveries.decide': 'province', 'day.close': 'province', 'demo.drive': 'province' }, { C1: 'masked', C3: 'hidden' }),
  shipped('administrator', '系统管理员', 'Administrator', Object.fromEntries(permissions.filter(({ name }) => /^(?:organisation|users|roles|approvals|audit|keys)/.test(name)).map(({ name }) => [name, 'province'])), { C2: 'hidden', C3: 'hidden' }),
];

const person = (userName, name, role, unit, more = {}) => ({
  userName, name, mobile: '13904512233', email: `${userName}@example.cn`, state: 'active', lastSeenAt: new Date(Date.now() - userName.length * 3_600_000).toISOString(),
  posts: [{ id: `${userName}-1`, role, unit, unitName: unitName(unit), from: '2024-01-01', to: null }], ...more,
});

export const users = [
  { ...person('demo', '演示用户', 'administrator', '00'), posts: roles.map((role, index) => ({ id: `demo-${index}`, role: role.id, unit: '00', unitName: unitName('00'), from: '2024-01-01', to: null })) },
  person('admin', '赵德海', 'administrator', '00'),
  person('manager', '王芳', 'customer-manager', '2305210102'),
  person('head', '李建国', 'outlet-head', '2305210102'),
  person('marketing', '陈雨桐', 'marketing', '230521'),
  person('steward', '马淑华', 'data-steward', '00'),
  person('auditor', '周敏', 'auditor', '230521'),
  person('operator', '高强', 'operator', '00'),
  person('fresh', '新入职员工', 'customer-manager', '2305210103', { passwordChange: true, lastSeenAt: null }),
  person('totp', '欧阳凤霞', 'outlet-head', '2302230101', { totp: true }),
  ...Array.from({ length: 34 }, (_, index) => person(`cm${String(index + 1).padStart(3, '0')}`, ['张伟', '刘洋', '孙秀英', '阿卜杜热合曼·麦麦提敏·阿卜力米提'][index % 4], 'customer-manager', outlets[index % outlets.length].code, { state: index % 11 === 10 ? 'disabled' : 'active' })),
];
