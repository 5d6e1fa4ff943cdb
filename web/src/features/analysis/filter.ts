import type { AnalysisFilter, Condition } from '../../api/analysis.ts';

/** A filter in an address: each condition is c=one:a,b with its parts written as addresses are; from and to are days. */
export function readFilter(search: URLSearchParams): AnalysisFilter {
  const conditions = search.getAll('c').flatMap((text): Condition[] => {
    const at = text.indexOf(':');
    const values = text.slice(at + 1).split(',').filter((value) => value !== '').map(plain);
    return at > 0 && values.length > 0 ? [{ on: plain(text.slice(0, at)), values }] : [];
  });
  const from = search.get('from') ?? '';
  const to = search.get('to') ?? '';
  return { conditions, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
}

export function writeFilter(search: URLSearchParams, filter: AnalysisFilter): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of ['c', 'from', 'to']) next.delete(name);
  for (const { on, values } of filter.conditions) next.append('c', `${encodeURIComponent(on)}:${values.map(encodeURIComponent).join(',')}`);
  if (filter.from !== undefined) next.set('from', filter.from);
  if (filter.to !== undefined) next.set('to', filter.to);
  return next;
}

/** The filter with a condition set anew; without values it goes. Of anonymous answers there is one condition at most. */
export function withCondition(filter: AnalysisFilter, on: string, values: readonly string[], anonymous: boolean): AnalysisFilter {
  const others = anonymous ? [] : filter.conditions.filter((each) => each.on !== on);
  return { ...filter, conditions: values.length === 0 ? others : [...others, { on, values: [...values] }] };
}

export const valuesOf = (filter: AnalysisFilter, on: string): string[] => filter.conditions.find((each) => each.on === on)?.values ?? [];

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
