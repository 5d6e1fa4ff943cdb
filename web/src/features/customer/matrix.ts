import type { AttributeValue, GoldenAttribute, HeldAttribute, Party, SourceRecord } from '../../api/types.ts';
import { agreesWith, isEmpty, sameValue } from '../../components/values.ts';

/**
 * What a cell says about one system's copy of one attribute.
 * - none: the system has no place for it, or nothing was ever said or told
 * - agrees: it holds the golden value
 * - due: it is still to be told
 * - dead: telling it failed for good
 * - fitted: told, and holds the golden value in its own form (cut to its field, rewritten)
 * - apart: it said something else than the golden value, and has no open delivery
 */
export type CellState = 'none' | 'agrees' | 'due' | 'dead' | 'fitted' | 'apart';

export interface Cell {
  state: CellState;
  /** What stands in the cell: what the system holds, or said where it holds nothing yet. */
  value: AttributeValue | null;
  held: HeldAttribute | null;
  /** What it said itself, where that is not what it holds: it was corrected from elsewhere. */
  corrected: AttributeValue | null;
}

export interface MatrixRow {
  attribute: string;
  golden: GoldenAttribute | null;
  cells: readonly Cell[];
  /** The worst state of the row's cells, for filtering. */
  differs: boolean;
}

export interface Matrix {
  records: readonly SourceRecord[];
  rows: readonly MatrixRow[];
}

export function matrixOf(party: Party, order: readonly string[]): Matrix {
  const golden = new Map(party.attributes.map((each) => [each.attribute, each]));
  const held = party.records.map((record) => new Map(record.attributes.map((each) => [each.attribute, each])));
  const names = new Set([...golden.keys(), ...held.flatMap((each) => [...each.keys()])]);
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const rows = [...names]
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((attribute): MatrixRow => {
      const best = golden.get(attribute) ?? null;
      const cells = party.records.map((record, index) => cellOf(best, held[index]?.get(attribute) ?? null, record));
      return { attribute, golden: best, cells, differs: cells.some((cell) => !['none', 'agrees'].includes(cell.state)) };
    });
  return { records: party.records, rows };
}

export function cellOf(golden: GoldenAttribute | null, held: HeldAttribute | null, record: SourceRecord): Cell {
  if (held === null) return { state: 'none', value: null, held, corrected: null };
  const value = isEmpty(held.holds) ? held.said : held.holds;
  const corrected = !isEmpty(held.said) && !sameValue(held.said, value) ? held.said : null;
  return { state: stateOf(golden, held, value, record), value, held, corrected };
}

function stateOf(golden: GoldenAttribute | null, held: HeldAttribute, value: AttributeValue | null, record: SourceRecord): CellState {
  if (held.due) return isDead(record) ? 'dead' : 'due';
  if (value === null || isEmpty(value)) return 'none';
  if (golden !== null && agreesWith(golden.value, value)) return 'agrees';
  return isEmpty(held.told) ? 'apart' : 'fitted';
}

export interface Agreement {
  keys: number;
  due: number;
  dead: number;
}

/** How many of the systems' keys hold what they should. */
export function agreementOf(party: Party): Agreement {
  const dead = party.records.filter(isDead).length;
  const due = party.records.filter((record) => !isDead(record) && record.attributes.some((each) => each.due)).length;
  return { keys: party.records.filter(isAccount).length, due, dead };
}

/** What is only said of the customer, by its number, is no account and is told nothing. */
export const isAccount = (record: SourceRecord): boolean => record.status !== 'remark';

function isDead(record: SourceRecord): boolean {
  return record.delivery?.state.toLowerCase() === 'dead';
}
