/** The list engine of the mock, with the list of customers; those of administration are in admin-lists.mjs. */
import { adminLists, code, column, text, time } from './admin-lists.mjs';
import { iso, maskDigits, parties } from './data.mjs';
import { accepted, file, problem } from './http.mjs';
import { outlets, users } from './units.mjs';

const managers = users.filter((user) => user.posts.some((post) => post.role === 'customer-manager'));

const columns = [
  column('number', 'text', 'C1', ['eq', 'starts'], { sortable: true, width: 130 }),
  column('name', 'text', 'C1', text, { sortable: true, width: 180 }),
  column('kind', 'code', 'C1', code, { options: ['person', 'organisation'], width: 80 }),
  column('document', 'text', 'C3', ['eq'], { width: 170 }),
  column('mobile', 'text', 'C2', ['eq', 'starts'], { width: 110 }),
  column('region', 'code', 'C1', code, { default: false, width: 90 }),
  column('entity', 'code', 'C1', code, { default: false, width: 90 }),
  column('unit', 'code', 'C1', code, { options: outlets.map((unit) => ({ value: unit.code, label: unit.name })), width: 170 }),
  column('manager', 'code', 'C1', code, { options: managers.map((user) => ({ value: user.userName, label: user.name })), width: 110 }),
  column('place', 'code', 'C1', code, { default: false, width: 120 }),
  column('systems', 'code', 'C1', ['eq', 'in'], { options: ['CBS', 'CLMS', 'EBANK', 'CARD', 'IBP', 'WMS'], width: 190 }),
  column('openedAt', 'date', 'C1', time, { sortable: true, default: false, width: 110 }),
  column('changedAt', 'time', 'C1', time, { sortable: true, width: 120 }),
];
const description = {
  name: 'customers', columns, export: true, sort: [{ column: 'changedAt', descending: true }],
  actions: [{ name: 'allocate', edit: null }, { name: 'edit', edit: ['manager'] }],
};

const owners = new Map();
const versions = new Map();

export function customerRow(party) {
  const index = parties.indexOf(party);
  const outlet = outlets.filter((unit) => unit.code.startsWith(party.county[0]))[index % 9];
  return {
    id: party.number,
    version: versions.get(party.number) ?? 1,
    cells: {
      number: party.number, name: party.name, kind: party.kind, document: maskDigits(party.values.document[0][1]), mobile: maskDigits(party.values.mobile[0][0]),
      region: party.county[0], entity: party.county[0], unit: outlet?.code ?? '2305210101', manager: owners.get(party.number) ?? (index % 7 === 0 ? null : managers[index % managers.length].userName),
      place: index % 3 === 0 ? '230521001003' : null, systems: [...new Set(party.records.map((record) => record.system))], openedAt: iso(party.changedAt - 9e9).slice(0, 10), changedAt: iso(party.changedAt),
    },
  };
}

const clear = (row, name) => {
  const party = parties.find((each) => each.number === row.id);
  return name === 'document' ? party.values.document[0][1] : name === 'mobile' ? party.values.mobile[0][0] : row.cells[name];
};

const lists = {
  customers: { description, rows: () => parties.map(customerRow), clear, permission: 'customers', views: [] },
  ...adminLists,
};

function keeps(filter, row, valueOf) {
  if (filter === undefined || filter === null) return true;
  if (filter.and !== undefined) return filter.and.every((each) => keeps(each, row, valueOf));
  if (filter.or !== undefined) return filter.or.some((each) => keeps(each, row, valueOf));
  const value = valueOf(row, filter.column);
  const one = (test) => (Array.isArray(value) ? value.some(test) : test(value ?? ''));
  switch (filter.op) {
    case 'eq': return one((each) => String(each) === String(filter.value));
    case 'ne': return !one((each) => String(each) === String(filter.value));
    case 'in': return one((each) => filter.value.includes(each));
    case 'contains': return one((each) => String(each).includes(filter.value));
    case 'starts': return one((each) => String(each).startsWith(filter.value));
    case 'gt': return value > filter.value;
    case 'gte': return value >= filter.value;
    case 'lt': return value < filter.value;
    case 'lte': return value <= `${filter.value}~`;
    case 'between': return value >= filter.value[0] && value <= `${filter.value[1]}~`;
    case 'empty': return value === null || value === '';
    case 'notEmpty': return value !== null && value !== '';
    default: return false;
  }
}

function rowsOf(list, { filter, sort }) {
  const [{ column: by, descending } = list.description.sort[0]] = sort ?? [];
  return list.rows().filter((row) => keeps(filter, row, list.clear)).sort((a, b) => (a.cells[by] < b.cells[by] ? -1 : a.cells[by] > b.cells[by] ? 1 : 0) * (descending ? -1 : 1));
}

lists.customers.views = [
  { id: 'v1', name: '我管户的企业', shared: false, mine: true, state: { filter: { and: [{ column: 'kind', op: 'eq', value: 'organisation' }] } } },
  { id: 'v2', name: '尚无客户经理', shared: true, mine: false, state: { filter: { and: [{ column: 'manager', op: 'empty' }] }, sort: [{ column: 'name', descending: false }] } },
];
const jobs = new Map();

function startJob(list, total, format) {
  const id = `j${jobs.size + 1}`;
  const job = { id, kind: 'export', state: 'running', done: 0, total, format };
  jobs.set(id, job);
  const timer = setInterval(() => {
    if (job.state === 'running') job.done = Math.min(total, job.done + Math.ceil(total / 25));
    if (job.done === total) Object.assign(job, { state: 'done', file: `${list}.${format}` });
    if (job.state !== 'running') clearInterval(timer);
  }, 200);
  return job;
}

const known = (handle) => (query, params, body, who) => {
  const list = lists[params.list];
  if (list === undefined) return problem(404, 'list.unknown');
  return who.permissions.includes(`${list.permission}.read`) ? handle(list, params, body, who) : problem(403, 'forbidden');
};

export const listRoutes = [
  ['GET', '/api/lists/:list', known((list, _, __, who) => ({
    ...list.description,
    actions: who.permissions.includes('customers.allocate') ? list.description.actions : [],
    export: who.permissions.includes(`${list.permission}.export`),
  }))],
  ['POST', '/api/lists/:list/rows', known((list, _, body) => {
    const all = rowsOf(list, body);
    const limit = body.limit ?? 50;
    const at = body.after !== undefined ? Number(body.after) : body.before !== undefined ? Math.max(0, Number(body.before) - limit) : 0;
    return { rows: all.slice(at, at + limit), next: at + limit < all.length ? String(at + limit) : null, previous: at > 0 ? String(at) : null, names: list.names ?? {} };
  })],
  ['POST', '/api/lists/:list/count', known((list, _, body) => {
    const count = rowsOf(list, body).length;
    return body.exact === true || count <= 250 ? { count: count > 250 ? 1_023_318 : count, capped: false } : { count: 10_000, capped: true };
  })],
  ['GET', '/api/lists/:list/views', known((list) => list.views)],
  ['POST', '/api/lists/:list/views', known((list, _, body) => {
    list.views.push({ id: `v${list.views.length + 1}`, mine: true, ...body });
    return list.views.at(-1);
  })],
  ['PUT', '/api/lists/:list/views/:id', known((list, { id }, body) => void Object.assign(list.views.find((view) => view.id === id), body))],
  ['DELETE', '/api/lists/:list/views/:id', known((list, { id }) => void list.views.splice(list.views.findIndex((view) => view.id === id), 1))],
  ['POST', '/api/lists/:list/export', known((list, _, body) => {
    const count = rowsOf(list, body).length;
    return accepted(count > 300 && body.filter === undefined ? { proposal: 77 } : { job: startJob(list.description.name, count, body.format).id });
  })],
  ['POST', '/api/lists/:list/actions/:action', known((list, _, body) => {
    const chosen = body.ids ?? rowsOf(list, body).map((row) => row.id);
    const same = chosen.filter((id) => owners.get(id) === body.arguments?.manager);
    if (body.preview !== true) for (const id of chosen) owners.set(id, body.arguments.manager);
    return { affected: chosen.length - same.length, problems: body.arguments?.manager === 'nobody' ? ['manager-unknown'] : [] };
  })],
  ['PATCH', '/api/lists/:list/rows/:id', known((_, { id }, body) => {
    const current = customerRow(parties.find((each) => each.number === id));
    if (body.version !== current.version) return problem(409, 'changed-meanwhile', { current: { version: current.version } });
    if (body.cells.manager !== undefined) owners.set(id, body.cells.manager);
    versions.set(id, current.version + 1);
    return { version: current.version + 1 };
  })],
  ['GET', '/api/jobs', () => [...jobs.values()]],
  ['GET', '/api/jobs/:id', (_, { id }) => jobs.get(id) ?? problem(404, 'not-found')],
  ['DELETE', '/api/jobs/:id', (_, { id }) => void (jobs.get(id).state = 'cancelled')],
  ['GET', '/api/jobs/:id/file', (_, { id }) => file(jobs.get(id).file, 'text/csv; charset=utf-8', 'number,name\r\n8000000000011,张*\r\n')],
];
