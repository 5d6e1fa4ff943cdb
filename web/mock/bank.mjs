/** The customer master of the mock: systems, messages, changes and deliveries that go on by themselves. */
import { changeOf, holds, iso, key, maskName, parties, partyRow, partyView, pick, random, systems } from './data.mjs';
import { problem } from './http.mjs';

export const listeners = new Set();
const changes = [];
const messages = [];
const meters = new Map(systems.map(({ system }) => [system, { received: [], delivered: [], lastIn: null, lastOut: null, ordinal: 0 }]));
let changeId = 1000;

const now = () => Date.now();

function log(row) {
  messages.unshift({ field: null, text: null, reason: null, partyNumber: null, repeats: 0, tries: row.direction === 'out' ? 1 : 0, cursor: row.at, ...row });
  messages.length = Math.min(messages.length, 4000);
}

function messageId(system) {
  const ordinal = ++meters.get(system).ordinal;
  return `${system}20260601${String(ordinal).padStart(7, '0')}`;
}

/** One message of a system, through the hub, into the other systems of the party. */
function travel(party, record, { opened = false } = {}) {
  const { system } = record;
  const id = messageId(system);
  const at = now();
  const { what, before, after } = changeOf(party);
  meters.get(system).received.push(at);
  meters.get(system).lastIn = at;
  log({ system, id, direction: 'in', at: iso(at), key: record.key, outcome: 'applied', partyNumber: party.number, durationMs: 2 + random() * 9 });
  if (!opened) {
    party.values[what] = after;
    party.source[what] = system;
    record.held[what] = after;
  }
  party.version += 1;
  party.changedAt = at;
  party.history.unshift({ version: party.version + 3, action: 'changed', at: iso(at), cause: { system, messageId: id }, changed: opened ? [] : [{ attribute: what, before, after }] });
  const change = {
    id: ++changeId, at: iso(at), partyNumber: party.number, version: party.version, maskedName: maskName(party.name), kind: party.kind,
    cause: { system, messageId: id }, changed: [what], action: opened ? 'changed' : random() < 0.12 ? 'created' : 'changed',
  };
  changes.unshift(change);
  changes.length = Math.min(changes.length, 500);
  tell('change', change);
  for (const other of party.records) {
    if (other === record || other.dead || !holds(other.system, what)) continue;
    other.due.add(what);
    if (other.system === 'WMS') continue;
    setTimeout(() => deliver(party, other, what), 60 + random() * 500);
  }
}

function deliver(party, record, what) {
  const meter = meters.get(record.system);
  const at = now();
  meter.delivered.push(at);
  meter.lastOut = at;
  record.held[what] = party.values[what];
  record.due.delete(what);
  log({ system: record.system, id: `ECIF20260601${String(++changeId).padStart(7, '0')}`, direction: 'out', at: iso(at), key: record.key, outcome: 'done', partyNumber: party.number, durationMs: 4 + random() * 30 });
}

export function tell(event, data) {
  for (const response of listeners) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

export function status({ system, kind }) {
  const meter = meters.get(system);
  const recent = (list) => {
    while (list.length > 0 && list[0] < now() - 3_000) list.shift();
    return list.length / 3;
  };
  const waiting = parties.reduce((sum, party) => sum + party.records.filter((record) => record.system === system && record.due.size > 0 && !record.dead).length, 0);
  return {
    system, kind, inbound: kind === 'files' ? 0 : system === 'CBS' ? 1 : system === 'EBANK' ? 4 : 2,
    outbound: kind === 'files' ? 'files' : system === 'IBP' && process.env.DOWN === '1' ? 'down' : 'connected',
    receivedPerSecond: recent(meter.received), deliveredPerSecond: recent(meter.delivered),
    backlog: waiting, dead: parties.filter((party) => party.records.some((record) => record.system === system && record.dead)).length,
    oldestDueSeconds: waiting > 0 ? (kind === 'files' ? 5400 : 0.4) : null,
    lastReceivedAt: meter.lastIn === null ? null : iso(meter.lastIn), lastDeliveredAt: meter.lastOut === null ? null : iso(meter.lastOut),
    customers: parties.filter((party) => party.records.some((record) => record.system === system)).length,
  };
}

function live() {
  const party = pick(parties.slice(2));
  travel(party, pick(party.records));
  if (random() < 0.04) log({ system: 'CARD', id: messageId('CARD'), direction: 'in', at: iso(now()), key: null, outcome: 'refused', reason: 'badField', field: 'DE 120', text: 'bytes that the charset does not have', durationMs: 1.1 });
  if (random() < 0.05) log({ system: 'CBS', id: messageId('CBS'), direction: 'in', at: iso(now()), key: party.records[0].key, outcome: 'duplicate', partyNumber: party.number, repeats: 1, durationMs: 0.6 });
  setTimeout(live, 80 + random() * 420);
}

for (let index = 0; index < 260; index++) {
  const party = pick(parties.slice(2));
  travel(party, pick(party.records));
}
live();
setInterval(() => tell('systems', systems.map(status)), 1_000);

export const bankRoutes = [
  ['GET', '/api/systems', () => systems.map(status)],
  ['GET', '/api/figures', () => ({ received: 10153 + messages.length, applied: 10040, duplicates: 71, refused: 42, parties: 3150, backlog: 3, dead: 1, syncMs: { p50: 86, p99: 412, max: 980, count: 9000 } })],
  ['GET', '/api/changes', (query) => changes.slice(0, Number(query.get('limit') ?? 50))],
  ['GET', '/api/parties', (query) => search(query.get('q') ?? '').slice(0, Number(query.get('limit') ?? 50)).map(partyRow)],
  ['GET', '/api/parties/:number', (_, { number }) => {
    const party = parties.find((each) => each.number === number);
    return party === undefined ? problem(404, 'not-found') : partyView(party);
  }],
  ['GET', '/api/messages', (query) => {
    const wanted = ['system', 'outcome', 'direction'].filter((name) => query.has(name));
    const q = query.get('q');
    return messages
      .filter((row) => wanted.every((name) => row[name] === query.get(name)))
      .filter((row) => q === null || row.id === q || row.key === q || row.partyNumber === q)
      .filter((row) => !query.has('before') || row.at < query.get('before'))
      .slice(0, Number(query.get('limit') ?? 50));
  }],
  ['GET', '/api/messages/:direction/:system/:id', (_, { direction, system, id }) => {
    const row = messages.find((each) => each.direction === direction && each.system === system && each.id === id);
    if (row === undefined) return problem(404, 'not-found');
    return {
      ...row,
      attempts: direction === 'out' ? [{ number: 1, at: row.at, durationMs: 30_000, outcome: 'unknown', code: null, text: null }, { number: 2, at: row.at, durationMs: row.durationMs, outcome: 'done', code: '0000', text: null }] : [],
      content: ['0000  3030303030323136 …', `msgid   ${row.id}`, 'op      U', `key     ${row.key ?? ''}`, 'name    张**', 'idtype  01', 'idno    2305**********0911', 'mobile  138****5678', 'address 黑龙江省双鸭山市集贤县****', 'at      2026-06-01T08:30:00'].join('\n'),
    };
  }],
  ['GET', '/api/deliveries', (query) => dead().filter((row) => !query.has('system') || row.system === query.get('system'))],
  ['POST', '/api/deliveries/:system/:key/resend', (_, { key: wanted }) => settle(wanted)],
  ['POST', '/api/deliveries/:system/:key/skip', (_, { key: wanted }) => settle(wanted)],
  ['POST', '/api/demo/change', (_, __, body) => {
    const candidates = parties.filter((party) => party.records.length > 3 && party.records.some((record) => record.system === (body.system ?? 'CBS')));
    const party = pick(candidates);
    const record = party.records.find((each) => each.system === (body.system ?? 'CBS'));
    setTimeout(() => travel(party, record), 30);
    return { partyNumber: party.number, system: record.system, key: record.key, what: null };
  }],
  ['POST', '/api/demo/open', (_, __, body) => {
    const to = body.to ?? 'EBANK';
    const party = pick(parties.filter((each) => each.records.length > 1 && !each.records.some((record) => record.system === to)));
    const record = { system: to, key: key(to), branch: null, closed: false, held: { name: party.values.name, mobile: party.values.mobile }, said: {}, due: new Set(), dead: false };
    party.records.push(record);
    setTimeout(() => travel(party, record, { opened: true }), 30);
    return { partyNumber: party.number, system: to, key: record.key, what: null };
  }],
  ['POST', '/api/demo/close-day', () => {
    for (const party of parties) for (const record of party.records) if (record.system === 'WMS') record.due.clear();
    meters.get('WMS').lastIn = now();
    return {};
  }],
];

function search(q) {
  const recent = [...parties].sort((a, b) => b.changedAt - a.changedAt);
  return q === '' ? recent : recent.filter((party) => [party.number, party.name, party.values.document[0][1], party.values.mobile[0][0]].some((text) => text.includes(q)));
}

function dead() {
  return parties.flatMap((party) => party.records.filter((record) => record.dead).map((record) => ({
    system: record.system, key: record.key, partyNumber: party.number, maskedName: maskName(party.name), state: 'dead', sequence: party.version, tries: 8,
    reason: '30', text: 'DE 120', messageId: 'ECIF202606010000412', dueSince: iso(now() - 3_600_000), lastTriedAt: iso(now() - 1_200_000),
  })));
}

function settle(wanted) {
  for (const party of parties) {
    for (const record of party.records) {
      if (record.key !== wanted) continue;
      record.dead = false;
      record.due.clear();
    }
  }
  return null;
}
