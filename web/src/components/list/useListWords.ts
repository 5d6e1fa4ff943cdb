import type { Condition, ListColumn, ListOption, Operator, RowsPage } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../useNames.ts';

/** The names of a list's columns, operators and codes; what nobody has translated yet is shown as it is. */
export function useListWords(list: string, named: RowsPage['names'] = null) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const first = (keys: readonly string[], fallback: string) => {
    const key = keys.find((each) => i18n.exists(each));
    return key === undefined ? fallback : t(key);
  };

  const column = (name: string) => first([`column.${list}.${name}`, `column.${name}`, `field.${name}`, `attribute.${name}`], name);

  function option(of: ListColumn, value: string): string {
    const found = (of.options ?? []).find((each) => (typeof each === 'string' ? each : each.value) === value);
    const label = typeof found === 'object' ? found.label : undefined;
    if (label !== undefined) return typeof label === 'string' ? label : names.both(label);
    // The server's names are in one language: they stand where the page has no words of its own.
    return first([`option.${list}.${of.name}.${value}`, `option.${of.name}.${value}`, `${of.name}.${value}`], named?.[of.name]?.[value] || value);
  }

  function optionsOf(of: ListColumn): { value: string; label: string }[] {
    const values = of.options?.map((each: string | ListOption) => (typeof each === 'string' ? each : each.value)) ?? (of.name === 'act' ? acts() : []);
    return values.map((value) => ({ value, label: option(of, value) }));
  }

  // What can be done and audited is an open set; the page knows what it has words for.
  const acts = () => Object.keys(i18n.getResourceBundle(i18n.language, 'translation') as Record<string, string>).flatMap((key) => (key.startsWith('act.') ? [key.slice('act.'.length)] : []));

  const operator = (op: Operator) => t(`operator.${op}`);

  function sentence({ column: name, op, value }: Condition, columns: readonly ListColumn[]): string {
    const of = columns.find((each) => each.name === name);
    const values = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((each) => (of === undefined ? String(each) : option(of, String(each))));
    return [column(name), operator(op), values.join(op === 'between' ? ' – ' : t('list.separator'))].filter(Boolean).join(' ');
  }

  return { column, option, optionsOf, operator, sentence };
}

export type ListWords = ReturnType<typeof useListWords>;
