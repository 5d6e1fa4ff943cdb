import type { Filter, Operator, Scalar } from '../../api/lists.ts';
import { groupOf, isAny, isCondition, partsOf } from './filter.ts';

/** A filter in an address: and(kind.eq:person,or(unit.in:2305210101~2305210102,manager.empty)). */

const operators: ReadonlySet<string> = new Set<Operator>(['eq', 'ne', 'in', 'contains', 'starts', 'gt', 'gte', 'lt', 'lte', 'between', 'empty', 'notEmpty']);

/** More than a person writes; an address from elsewhere may not make the page recurse without end. */
const deepest = 5;

export function writeFilter(filter: Filter): string {
  if (!isCondition(filter)) return `${isAny(filter) ? 'or' : 'and'}(${partsOf(filter).map(writeFilter).join(',')})`;
  const { column, op, value } = filter;
  if (value === undefined) return `${column}.${op}`;
  return `${column}.${op}:${(Array.isArray(value) ? value : [value as Scalar]).map((each: Scalar) => escaped(String(each))).join('~')}`;
}

/** Undefined where the text is none of ours: the list then shows all rather than something else than was meant. */
export function readFilter(text: string): Filter | undefined {
  const reader = { text, at: 0 };
  const filter = readPart(reader, 0);
  return reader.at === text.length ? filter : undefined;
}

interface Reader {
  text: string;
  at: number;
}

function readPart(reader: Reader, depth: number): Filter | undefined {
  if (depth > deepest) return undefined;
  const group = /^(and|or)\(/.exec(reader.text.slice(reader.at));
  return group === null ? readCondition(reader) : readGroup(reader, group[1] === 'or', group[0].length, depth);
}

function readGroup(reader: Reader, any: boolean, length: number, depth: number): Filter | undefined {
  reader.at += length;
  const parts: Filter[] = [];
  while (reader.text[reader.at] !== ')') {
    const part = readPart(reader, depth + 1);
    if (part === undefined) return undefined;
    parts.push(part);
    if (reader.text[reader.at] === ',') reader.at += 1;
    else if (reader.text[reader.at] !== ')') return undefined;
  }
  reader.at += 1;
  return groupOf(any, parts);
}

function readCondition(reader: Reader): Filter | undefined {
  const found = /^([\w-]+)\.(\w+)(?::([^(),]*))?/.exec(reader.text.slice(reader.at));
  const [all, column, op, values] = found ?? [];
  if (all === undefined || column === undefined || op === undefined || !operators.has(op)) return undefined;
  reader.at += all.length;
  const known = op as Operator;
  if (values === undefined) return { column, op: known };
  const parts = values.split('~').map(unescaped);
  return { column, op: known, value: known === 'in' || known === 'between' ? parts : parts.join('~') };
}

function escaped(text: string): string {
  return text.replaceAll(/[%(),~:]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

function unescaped(text: string): string {
  return text.replaceAll(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
