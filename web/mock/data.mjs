/** A small made-up bank for development: nobody in it lives. The same seed gives the same bank. */

let state = 20260601;

/** xorshift32: enough for sample data, and the same on every machine. */
export function random() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}

export const pick = (list) => list[Math.floor(random() * list.length)];
const digits = (count) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

export const systems = [
  { system: 'CBS', kind: 'online', prefix: 'C' },
  { system: 'CLMS', kind: 'online', prefix: 'L' },
  { system: 'EBANK', kind: 'online', prefix: 'E' },
  { system: 'CARD', kind: 'online', prefix: 'D' },
  { system: 'IBP', kind: 'online', prefix: 'B' },
  { system: 'WMS', kind: 'files', prefix: 'W' },
];

/** What each system has a place for. */
const places = {
  CBS: ['name', 'document', 'gender', 'birth', 'mobile', 'address.home', 'employer'],
  CLMS: ['name', 'document', 'gender', 'birth', 'mobile', 'phone.home', 'address.home', 'address.work', 'employer', 'occupation', 'household', 'relation.spouse'],
  EBANK: ['name', 'document', 'mobile', 'email', 'address.home', 'occupation', 'nationality'],
  CARD: ['name', 'document', 'mobile', 'card'],
  IBP: ['name', 'document', 'mobile', 'address.home'],
  WMS: ['name', 'document', 'mobile', 'email', 'risk'],
};

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗', '欧阳', '司马'];
const given = ['伟', '芳', '秀英', '敏', '静', '丽娟', '强', '磊', '洋', '艳', '勇', '杰', '建国', '桂兰', '海涛', '德', '雨桐', '子轩', '淑华', '㛃', '凤霞', '𬀪'];
const counties = [
  ['230521', '黑龙江省双鸭山市集贤县', '集贤县农村信用合作联社'],
  ['230223', '黑龙江省齐齐哈尔市依安县', '依安县农村信用合作联社'],
  ['230125', '黑龙江省哈尔滨市宾县', '宾县农村商业银行'],
  ['230781', '黑龙江省伊春市铁力市', '铁力市农村信用合作联社'],
];
const roads = ['兴安街299号6栋4单元858室', '永安镇保安村2组27号', '胜利镇双发村7组9号', '友谊路16号', '建设大街188号2单元301室', '太平乡向阳村4组12号'];
const employers = ['农资家庭农场', '集贤县第一中学', '宾县胜利镇卫生院', '黑龙江省齐齐哈尔市依安县永安镇保安村股份经济合作社联合总社', '个体经营', ''];
const companies = ['哈尔滨市宾县丰收粮食购销有限责任公司', '铁力市林下参种植农民专业合作社', '依安县鑫源农机服务有限公司'];

function checked(body) {
  let product = 10;
  for (const digit of body) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return body + ((11 - product) % 10);
}

export const maskName = (name) => name[0] + '*'.repeat(Math.min(3, [...name].length - 1));
export const maskDigits = (text) => (text.length > 11 ? `${text.slice(0, 4)}**********${text.slice(-4)}` : `${text.slice(0, 3)}****${text.slice(-4)}`);

export const iso = (ms) => new Date(ms).toISOString();
const ago = (ms) => iso(Date.now() - ms);

function makeParty(id) {
  const organisation = random() < 0.08;
  const county = pick(counties);
  const name = organisation ? pick(companies) : pick(surnames) + pick(given);
  const birth = `19${50 + Math.floor(random() * 49)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
  const number = organisation ? `9123${digits(4)}MA${digits(7)}X` : `${county[0]}${birth.replaceAll('-', '')}${digits(4)}`;
  const values = {
    name: [[name]],
    document: random() < 0.15 && !organisation ? [['01', number, ''], ['03', `E${digits(8)}`, '2031-05-20']] : [[organisation ? '20' : '01', number, '']],
    ...(organisation ? {} : { gender: [[random() < 0.5 ? 'M' : 'F']] }),
    birth: [[birth]],
    mobile: [[`13${digits(9)}`]],
    'address.home': [[county[1] + pick(roads), county[0]]],
    employer: [[pick(employers)]],
    ...(random() < 0.5 ? { email: [[`u${digits(6)}@example.cn`]] } : {}),
    ...(random() < 0.4 ? { 'phone.home': [[`0451-${digits(7)}`]] } : {}),
    occupation: [[pick(['农民', '教师', '个体工商户', '医生'])]],
    nationality: [['CHN']],
    risk: [[pick(['R2', 'R3'])]],
    card: [[`6217${digits(12)}`]],
    ...(random() < 0.3 ? { household: [[`${county[0]}0307`, '王德']] } : {}),
    ...(random() < 0.3 && !organisation ? { 'relation.spouse': [['', pick(surnames) + pick(given), '01', '']] } : {}),
  };
  const some = systems.filter(({ system }) => system === 'CBS' || random() < 0.55);
  if (random() < 0.1) some.push(systems[0]);
  return {
    number: checked(`8${String(id).padStart(11, '0')}`),
    kind: organisation ? 'organisation' : 'person',
    county,
    name,
    values,
    version: 1,
    changedAt: Date.now() - Math.floor(random() * 5 * 86_400_000),
    source: {},
    records: some.map(({ system, prefix }) => ({
      system,
      key: prefix + digits(9),
      branch: system === 'EBANK' ? null : `${county[0]}0${1 + Math.floor(random() * 9)}02`,
      closed: random() < 0.04,
      held: structuredClone(Object.fromEntries(Object.entries(values).filter(([name]) => places[system].includes(name)))),
      said: {},
      due: new Set(),
      dead: false,
    })),
    history: [],
  };
}

export const parties = Array.from({ length: 320 }, (_, index) => makeParty(index + 1));

// A name of thirty characters, and a customer with everything: long texts must not break a page.
parties[0].name = '阿卜杜热合曼·麦麦提敏·阿卜力米提·吐尔逊江·买买提依明·库尔班';
parties[0].values.name = [[parties[0].name]];
parties[1].records = systems.map(({ system, prefix }) => ({ ...parties[1].records[0], system, key: prefix + digits(9), closed: false, said: {}, due: new Set(), dead: false,
  held: structuredClone(Object.fromEntries(Object.entries(parties[1].values).filter(([name]) => places[system].includes(name)))) }));
const shown = parties[1];
const [cbs, clms, ebank, card, ibp] = shown.records;
cbs.said['address.home'] = [['黑龙江省双鸭山市集贤县兴安街２９９号', '230521']];
cbs.held['address.home'] = [[shown.values['address.home'][0][0].slice(0, 18), '230521']];
clms.due.add('mobile');
clms.held.mobile = [['13904512233']];
ebank.said.name = [[shown.name.replace(shown.name[0], '玊')]];
card.dead = true;
card.due.add('mobile');
card.held.mobile = [['13904512233']];
ibp.said.mobile = [['13904512233']];

export function partyView(party) {
  const losing = party === shown
    ? {
        mobile: [{ system: 'IBP', key: ibp.key, value: [['13904512233']], at: ago(40 * 86_400_000), why: 'recent' }],
        name: [{ system: 'EBANK', key: ebank.key, value: ebank.said.name, at: ago(3 * 86_400_000), why: 'trust' }],
        'address.home': [
          { system: 'CBS', key: cbs.key, value: cbs.said['address.home'], at: ago(86_400_000), why: 'trust' },
          { system: 'WMS', key: shown.records[5].key, value: [['集贤县兴安街']], at: ago(300 * 86_400_000), why: 'valid' },
        ],
      }
    : {};
  return {
    number: party.number,
    redirectedFrom: null,
    kind: party.kind,
    status: party.records.every((record) => record.closed) ? 'closed' : 'active',
    version: party.version,
    createdAt: ago(200 * 86_400_000),
    changedAt: iso(party.changedAt),
    attributes: Object.entries(party.values).map(([attribute, value]) => ({
      attribute,
      value,
      provenance: {
        system: party.source[attribute] ?? party.records[0].system,
        key: party.records[0].key,
        rule: attribute === 'name' ? 'agreed' : attribute === 'mobile' ? 'recent' : attribute === 'document' ? 'valid' : party.records.length > 1 ? 'trust' : 'only',
        at: iso(party.changedAt),
      },
      losing: losing[attribute] ?? [],
    })),
    records: party.records.map((record) => ({
      system: record.system,
      key: record.key,
      status: record.closed ? 'closed' : 'open',
      link: record === cbs ? 'verified' : 'automatic',
      branch: record.branch,
      openedAt: ago(200 * 86_400_000),
      attributes: Object.entries(record.held).map(([attribute, holds]) => ({
        attribute,
        said: record.said[attribute] ?? holds,
        saidAt: ago(86_400_000),
        told: record.said[attribute] === undefined ? null : holds,
        holds,
        due: record.due.has(attribute),
      })),
      delivery: record.dead
        ? { state: 'dead', sequence: party.version, tries: 8, reason: '30 DE 120' }
        : record.due.size > 0
          ? { state: 'due', sequence: party.version, tries: 1, reason: null }
          : null,
    })),
    relationships: [
      { unit: `${party.county[0]}0102`, legalEntity: party.county[0], kind: 'customer', since: '2019-03-12', source: party.records[0].system },
      ...(party.records.some((record) => record.system === 'CLMS') ? [{ unit: `${party.county[0]}0305`, legalEntity: party.county[0], kind: 'borrower', since: '2023-11-02', source: 'CLMS' }] : []),
    ],
    suspects: party === shown ? [{ other: parties[7].number, score: 0.873, reason: 'score' }, { other: parties[9].number, score: 0.61, reason: 'DisputedIdentity' }] : [],
    history: [
      ...party.history,
      ...(party === shown
        ? [
            { version: 3, action: 'changed', at: ago(3_600_000), cause: { system: 'CBS', messageId: 'CBS202606010000031' }, changed: [{ attribute: 'mobile', before: [['13904512233']], after: party.values.mobile }] },
            { version: 2, action: 'changed', at: ago(30 * 86_400_000), cause: { system: 'CLMS', messageId: 'L20260502-00017' }, changed: [{ attribute: 'address.home', before: null, after: party.values['address.home'] }, { attribute: 'employer', before: [['']], after: [['集贤县第一中学']] }] },
          ]
        : []),
      { version: 1, action: 'created', at: ago(200 * 86_400_000), cause: { system: party.records[0].system, messageId: 'CBS202606010000001' }, changed: ['name', 'document', 'mobile'].map((attribute) => ({ attribute, before: null, after: party.values[attribute] })) },
    ],
  };
}

export function partyRow(party) {
  return {
    number: party.number,
    kind: party.kind,
    name: party.name,
    document: maskDigits(party.values.document[0][1]),
    mobile: maskDigits(party.values.mobile[0][0]),
    region: party.county[0],
    systems: party.records.map((record) => record.system),
    changedAt: iso(party.changedAt),
  };
}

export function changeOf(party) {
  const what = pick(['mobile', 'address.home', 'employer']);
  const before = party.values[what];
  const value = what === 'mobile' ? `13${digits(9)}` : what === 'employer' ? pick(employers) || '农资家庭农场' : party.county[1] + pick(roads);
  const after = what === 'address.home' ? [[value, party.county[0]]] : [[value]];
  return { what, before, after };
}

export const key = (system) => systems.find((each) => each.system === system).prefix + digits(9);
export const holds = (system, attribute) => places[system].includes(attribute);
