import type { Filter, ListColumn, Scalar } from '../../api/lists.ts';
import { groupOf, isAny, isCondition, partsOf } from '../../components/list/filter.ts';

/** A stored filter as people type it: numbers as text, a moment of a day as the day. The other way of `typed`. */
export function untyped(filter: Filter, columns: readonly ListColumn[]): Filter {
  if (!isCondition(filter)) return groupOf(isAny(filter), partsOf(filter).map((each) => untyped(each, columns)));
  const type = columns.find((column) => column.name === filter.column)?.type;
  const one = (value: Scalar): Scalar => {
    if (type === 'time') return String(value).replace(/T.*$/, '');
    return String(value);
  };
  const { value } = filter;
  return value === undefined ? filter : { ...filter, value: Array.isArray(value) ? value.map((each: Scalar) => one(each)) : one(value as Scalar) };
}
