/** The tree of units of the mock, its places and parameters. */
import { proposed } from './people.mjs';
import { units, users } from './units.mjs';

const places = [
  { code: '230521001001', name: '福利镇东风村', kind: 'village', unit: '2305210201' },
  { code: '230521001002', name: '福利镇胜利村', kind: 'village', unit: '2305210201' },
  { code: '230521001003', name: '集贤镇保安村', kind: 'village', unit: '2305210102' },
  { code: '230521100', name: '集贤镇', kind: 'town', unit: '2305210102' },
  { code: '230521001003-02', name: '保安村第二网格', kind: 'grid', unit: '2305210102' },
];

const defaults = [
  { name: 'reveals-per-day', value: '50', own: false, default: '50', type: 'number' },
  { name: 'export-rows-alone', value: '5000', own: false, default: '5000', type: 'number' },
  { name: 'identity-beyond-entity', value: 'masked', own: false, default: 'masked', type: 'text', options: ['hidden', 'masked', 'clear'] },
];
const set = new Map([['230521 reveals-per-day', '80']]);

export const organisationRoutes = [
  ['GET', '/api/organisation', () => ({ units }), 'organisation.read'],
  ['POST', '/api/organisation/units', (_, __, body) => void units.push({ ...body, state: 'open', people: 0 }), 'organisation.edit'],
  ['POST', '/api/organisation/units/:code/changes', (_, { code }, body) => {
    const inside = units.filter((unit) => unit.code.startsWith(code));
    const people = users.filter((user) => user.posts.some((post) => post.unit.startsWith(code)));
    const report = {
      units: inside.length,
      people: people.length,
      gains: body.parent || body.mergeInto ? people.slice(0, 2).map((user) => user.userName) : [],
      losses: body.parent || body.mergeInto ? people.slice(1, 3).map((user) => user.userName) : [],
    };
    return body.preview ? report : { ...report, proposal: proposed().body };
  }, 'organisation.edit'],
  ['GET', '/api/organisation/places', (query) => places.filter((place) => !query.has('unit') || place.unit.startsWith(query.get('unit'))), 'organisation.read'],
  ['POST', '/api/organisation/places', (_, __, body) => void places.push(body), 'organisation.edit'],
  ['GET', '/api/organisation/parameters', (query) => defaults.map((each) => {
    const own = set.get(`${query.get('unit')} ${each.name}`);
    return own === undefined ? each : { ...each, value: own, own: true };
  }), 'organisation.read'],
  ['PUT', '/api/organisation/parameters', (_, __, { unit, name, value }) => void (value === null ? set.delete(`${unit} ${name}`) : set.set(`${unit} ${name}`, value)), 'organisation.edit'],
];
