import type { AnyOf, Condition, Filter, ListColumn, ListDescription, Operator, Scalar } from '../../api/lists.ts';

/** Filters as trees: changed at a path, made fit to be sent, and written into an address so that a person can read it. */

export type Path = readonly number[];

export const isCondition = (filter: Filter): filter is Condition => 'column' in filter;
export const isAny = (filter: Filter): filter is AnyOf => 'or' in filter;

export function partsOf(filter: Filter): readonly Filter[] {
  if (isCondition(filter)) return [filter];
  return isAny(filter) ? filter.or : filter.and;
}

export function groupOf(any: boolean, parts: readonly Filter[]): Filter {
  return any ? { or: parts } : { and: parts };
}

/** The tree with something else at a path; null takes it away. */
export function replaceAt(filter: Filter, path: Path, part: Filter | null): Filter | null {
  const [index, ...rest] = path;
  if (index === undefined) return part;
  const parts = partsOf(filter).flatMap((each, position) => {
    if (position !== index) return [each];
    const replaced = replaceAt(each, rest, part);
    return replaced === null ? [] : [replaced];
  });
  return groupOf(isAny(filter), parts);
}

export function addAt(filter: Filter, path: Path, part: Filter): Filter {
  const [index, ...rest] = path;
  if (index === undefined) return groupOf(isAny(filter), [...partsOf(filter), part]);
  return groupOf(isAny(filter), partsOf(filter).map((each, position) => (position === index ? addAt(each, rest, part) : each)));
}

const withoutValue: ReadonlySet<Operator> = new Set(['empty', 'notEmpty']);
export const needsValue = (op: Operator): boolean => !withoutValue.has(op);
export const takesSeveral = (op: Operator): boolean => op === 'in';

export function isComplete({ op, value }: Condition): boolean {
  if (!needsValue(op)) return true;
  if (op === 'between') return Array.isArray(value) && value.length === 2 && value.every((each) => each !== '');
  if (takesSeveral(op)) return Array.isArray(value) && value.length > 0;
  return value !== undefined && !Array.isArray(value) && value !== '';
}

/** What can be sent: half-written conditions and empty groups left out, a group of one without its group. */
export function tidy(filter: Filter | null | undefined): Filter | undefined {
  if (filter === null || filter === undefined) return undefined;
  if (isCondition(filter)) return isComplete(filter) ? filter : undefined;
  const parts = partsOf(filter).flatMap((each) => tidy(each) ?? []);
  const [only] = parts;
  return parts.length > 1 ? groupOf(isAny(filter), parts) : only;
}

export function allOf(...filters: readonly (Filter | undefined)[]): Filter | undefined {
  return tidy({ and: filters.flatMap((each) => each ?? []) });
}

/** An edit of a filter starts from a group, so that there is something to add to. */
export function asGroup(filter: Filter | undefined): Filter {
  return filter === undefined ? { and: [] } : isCondition(filter) ? { and: [filter] } : filter;
}

/** Values as the server's columns have them: numbers as numbers, and a day on a column of times as that day in Beijing. */
export function typed(filter: Filter, columns: readonly ListColumn[]): Filter {
  if (!isCondition(filter)) return groupOf(isAny(filter), partsOf(filter).map((each) => typed(each, columns)));
  const { value, op, column } = filter;
  const type = columns.find((each) => each.name === column)?.type;
  if (value === undefined || type === undefined) return filter;
  const one = (each: Scalar, late: boolean): Scalar => {
    if (type === 'number' || type === 'money') return Number(each);
    if (type === 'bool') return String(each) === 'true';
    if (type === 'time' && /^\d{4}-\d{2}-\d{2}$/.test(String(each))) return `${each}T${late ? '23:59:59.999' : '00:00:00'}+08:00`;
    return each;
  };
  const late = op === 'lte' || op === 'gt';
  return { ...filter, value: Array.isArray(value) ? value.map((each: Scalar, index) => one(each, op === 'between' && index === 1)) : one(value as Scalar, late) };
}

export function conditionsOf(filter: Filter | undefined): readonly Condition[] {
  if (filter === undefined) return [];
  return isCondition(filter) ? [filter] : partsOf(filter).flatMap(conditionsOf);
}

/** What is typed into the search box, by its shape: a number looks for a number, anything else for a name. */
export function quickFilter(text: string, { columns }: ListDescription): Filter | undefined {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const offers = (name: string, op: Operator) => columns.some((column) => column.name === name && column.filters.includes(op));
  const compact = wanted.replaceAll(/[\s-]/g, '');
  const choices: readonly Condition[] = [
    ...(/^8\d{12}$/.test(compact) ? [{ column: 'number', op: 'eq' as const, value: compact }] : []),
    ...(/^1\d{10}$/.test(compact) ? [{ column: 'mobile', op: 'eq' as const, value: compact }] : []),
    ...(/^(?:\d{15}|\d{17}[\dX]|9[\dA-Z]{17})$/i.test(compact) ? [{ column: 'document', op: 'eq' as const, value: compact.toUpperCase() }] : []),
    ...(/^\d+$/.test(compact) ? [{ column: 'number', op: 'starts' as const, value: compact }] : []),
    { column: 'name', op: 'contains', value: wanted },
    { column: 'name', op: 'starts', value: wanted },
  ];
  return choices.find((choice) => offers(choice.column, choice.op));
}

/** A condition to begin with on a column: its first operator, nothing to compare with yet. */
export function startOf(column: ListColumn): Condition {
  return { column: column.name, op: column.filters[0] ?? 'eq' };
}
