/** Searching, revealing and explaining customers in the mock. */
import { iso, maskDigits, parties, partyRow, partyView } from './data.mjs';
import { problem } from './http.mjs';
import { customerRow } from './lists.mjs';
import { unitName } from './units.mjs';

let revealed = 3;
const limit = 20;

const edits = new Map();

export const customerRoutes = [
  ['GET', '/api/search', (query) => {
    const q = (query.get('q') ?? '').toLowerCase();
    const found = parties.filter((party) => [party.name, party.number, party.values.mobile[0][0], party.values.document[0][1]].some((text) => text.toLowerCase().includes(q)));
    return { customers: found.slice(0, Number(query.get('limit') ?? 8)).map((party) => ({ ...partyRow(party), unitName: unitName(customerRow(party).cells.unit) })) };
  }, 'customers.read'],
  ['GET', '/api/parties/:number', (_, { number }) => {
    const party = parties.find((each) => each.number === number);
    return party === undefined ? problem(404, 'party.unknown') : maskedView(partyView(party));
  }, 'customers.read'],
  ['GET', '/api/parties/:number/relatives', () => [{ relation: 'relation.spouse', number: '8000000000028', kind: 'person', name: '李*', systems: ['CLMS'] }]],
  ['GET', '/api/customers/:number/edits', (_, { number }) => edits.get(number) ?? []],
  ['POST', '/api/customers/:number/edits', (_, { number }, { attributes }) => {
    const made = Object.entries(attributes).map(([attribute, text]) => ({
      attribute, value: text.split('\u001F'), by: '王桂芳', at: iso(Date.now()), state: 'accepted', overruledBy: null, because: null,
    }));
    edits.set(number, [...made, ...(edits.get(number) ?? []).filter((edit) => !(edit.attribute in attributes))]);
    return null;
  }],
  ['GET', '/api/parties/:number/why', () => ({
    permission: 'customers.read',
    sources: [
      { role: 'outlet-head', unit: '2305210102', unitName: unitName('2305210102'), reach: 'unit', because: 'unit', value: '2305210102' },
      { role: 'customer-manager', unit: '2305210102', unitName: unitName('2305210102'), reach: 'own', coverFor: 'cm001', because: 'manager', value: 'cm001' },
    ],
  }), 'customers.read'],
  ['POST', '/api/parties/:number/reveal', (_, { number }, { attributes, reason }) => {
    const party = parties.find((each) => each.number === number);
    if (party === undefined) return problem(404, 'party.unknown');
    if (reason.trim() === '') return problem(400, 'reason-missing');
    if (revealed >= limit) return problem(429, 'quota-used', { quota: { used: revealed, limit } });
    revealed += 1;
    return { attributes: attributes.map((attribute) => ({ attribute, value: party.values[attribute] ?? [] })), quota: { used: revealed, limit } };
  }, 'customers.reveal'],
];

const maybe = (attribute, value) => (value === null ? null : masked(attribute, value));

/** A customer as somebody sees it to whom C2 and C3 are masked. */
function maskedView(view) {
  return {
    ...view,
    attributes: view.attributes.map((each) => ({
      ...each, value: masked(each.attribute, each.value), losing: each.losing.map((lost) => ({ ...lost, value: masked(each.attribute, lost.value) })),
    })),
    records: view.records.map((record) => ({
      ...record,
      attributes: record.attributes.map((each) => ({ ...each, said: maybe(each.attribute, each.said), told: maybe(each.attribute, each.told), holds: maybe(each.attribute, each.holds) })),
    })),
    history: view.history.map((version) => ({
      ...version, changed: version.changed.map((each) => ({ ...each, before: maybe(each.attribute, each.before), after: maybe(each.attribute, each.after) })),
    })),
  };
}

const masked = (attribute, value) => {
  if (attribute === 'name' || attribute === 'kind') return value;
  if (['mobile', 'card'].includes(attribute) || attribute.startsWith('phone')) return value.map((parts) => [maskDigits(parts[0]), ...parts.slice(1)]);
  if (attribute === 'document') return value.map(([type, number, until]) => [type, maskDigits(number), until]);
  if (attribute.startsWith('address')) return value.map(([text, region]) => [`${text.slice(0, 12)}****`, region]);
  if (attribute === 'email') return value.map(([text]) => [`${text.slice(0, 2)}***@${text.split('@')[1]}`]);
  if (attribute === 'birth') return value.map(([text]) => [`${text.slice(0, 4)}-**-**`]);
  return value;
};
