import { describe, expect, it } from 'vitest';
import type { GoldenAttribute, HeldAttribute, Party, SourceRecord } from '../../api/types.ts';
import { attributeOrder } from './attributes.ts';
import { agreementOf, cellOf, matrixOf } from './matrix.ts';

const golden = (attribute: string, value: string): GoldenAttribute => ({
  attribute, value: [[value]], provenance: { system: 'CBS', key: 'C1', rule: 'only', at: '2026-06-01T00:00:00Z' }, losing: [],
});

const held = (attribute: string, part: Partial<HeldAttribute>): HeldAttribute => ({
  attribute, said: null, saidAt: null, told: null, holds: null, due: false, ...part,
});

const record = (system: string, attributes: HeldAttribute[], part: Partial<SourceRecord> = {}): SourceRecord => ({
  system, key: `${system}1`, status: 'open', link: 'automatic', branch: null, openedAt: null, attributes, delivery: null, ...part,
});

const party = (attributes: GoldenAttribute[], records: SourceRecord[]): Party => ({
  number: '8000000000010', redirectedFrom: null, kind: 'person', status: 'active', version: 1, createdAt: '', changedAt: '', beyond: false,
  attributes, records, relationships: [], suspects: [], history: [],
});

const mobile = golden('mobile', '13800000000');
const cell = (part: Partial<HeldAttribute>, of: Partial<SourceRecord> = {}) => cellOf(mobile, held('mobile', part), record('CBS', [], of));

describe('WEB-05 a cell says how one system stands to the golden value', () => {
  it('agrees where the system holds the golden value', () => expect(cell({ holds: [['13800000000']] }).state).toBe('agrees'));

  it('takes a part that is missing for an empty one', () => {
    const document = { ...golden('document', ''), value: [['01', '230521199001011234', '']] };
    expect(cellOf(document, held('document', { holds: [['01', '230521199001011234']] }), record('CBS', [])).state).toBe('agrees');
  });

  it('agrees with the first of several golden values, and without the parts that a system cannot keep', () => {
    const phones = { ...golden('mobile', ''), value: [['13800000000'], ['13900000000']] };
    const state = (of: GoldenAttribute, holds: string[][]) => cellOf(of, held(of.attribute, { told: holds, holds }), record('CBS', [])).state;
    expect(state(phones, [['13800000000']])).toBe('agrees');
    expect(state(phones, [['13900000000']])).toBe('fitted');
    const address = { ...golden('address.home', ''), value: [['兴安街299号', '230521']] };
    expect(state(address, [['兴安街299号']])).toBe('agrees');
    expect(state(address, [['兴安街']])).toBe('fitted');
  });

  it('is none where the system has no place for it', () => expect(cellOf(mobile, null, record('CBS', [])).state).toBe('none'));

  it('is due by the server’s word alone, whatever the values look like', () => {
    expect(cell({ holds: [['13800000000']], due: true }).state).toBe('due');
    expect(cell({ holds: [['13900000000']], told: [['13900000000']] }).state).not.toBe('due');
  });

  it('is dead where the delivery was given up', () => {
    const delivery = { state: 'Dead', sequence: 3, tries: 8, reason: 'badField' };
    expect(cell({ due: true }, { delivery }).state).toBe('dead');
  });

  it('is fitted where it was told and holds its own form of it', () => {
    expect(cell({ told: [['1380000000']], holds: [['1380000000']] }).state).toBe('fitted');
  });

  it('is apart where it said something else and was never told', () => {
    expect(cell({ said: [['13900000000']], holds: [['13900000000']] }).state).toBe('apart');
  });

  it('shows what the system said where it holds nothing yet', () => {
    expect(cell({ said: [['13800000000']] })).toMatchObject({ state: 'agrees', value: [['13800000000']], corrected: null });
  });

  it('keeps what the system said beside what it was corrected to', () => {
    expect(cell({ said: [['13900000000']], told: [['13800000000']], holds: [['13800000000']] })).toMatchObject({
      state: 'agrees',
      corrected: [['13900000000']],
    });
  });
});

describe('WEB-06 the matrix has a line for everything that anybody knows', () => {
  const whole = party(
    [mobile, golden('name', '张三')],
    [
      record('CBS', [held('name', { holds: [['张三']] }), held('mobile', { holds: [['13900000000']], due: true })]),
      record('CLMS', [held('name', { holds: [['张三']] }), held('unheard', { said: [['x']] })], { delivery: { state: 'dead', sequence: 1, tries: 8, reason: null } }),
    ],
  );

  it('orders attributes as one reads a customer, unknown ones last', () => {
    expect(matrixOf(whole, attributeOrder).rows.map((row) => row.attribute)).toEqual(['name', 'mobile', 'unheard']);
  });

  it('marks the lines that differ', () => {
    expect(matrixOf(whole, attributeOrder).rows.map((row) => row.differs)).toEqual([false, true, true]);
  });

  it('counts keys that are due apart from those that are dead', () => {
    expect(agreementOf(whole)).toEqual({ keys: 2, due: 1, dead: 1 });
  });
});
