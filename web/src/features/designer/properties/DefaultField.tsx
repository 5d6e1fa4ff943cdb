import { Input, Select } from 'antd';
import { useTranslation } from '../../../app/translation.ts';
import { useLooked } from '../DesignContext.ts';
import { childrenOf, isPlain, nameOf, typeOf, type Part } from '../model/document.ts';
import { itemsOf, type Item } from '../model/names.ts';
import { anyText } from '../model/texts.ts';
import { Field, useProperty } from './fields.tsx';

/** What is answered before anybody answers, as its answer is: a value, several of them, or one for each row or text. */
export function DefaultField({ part }: { part: Part }) {
  switch (typeOf(part)) {
    case 'text': case 'comment': return <OneDefault part={part} items={[]} />;
    case 'radiogroup': case 'dropdown': return <OneDefault part={part} items={itemsOf(part, 'choices')} />;
    case 'rating': return <OneDefault part={part} items={pointsOf(part)} />;
    case 'boolean': return <OneDefault part={part} items={[part['valueTrue'] ?? true, part['valueFalse'] ?? false].map((value) => ({ value }))} />;
    case 'checkbox': case 'tagbox': case 'ranking': return <SeveralDefault part={part} items={itemsOf(part, 'choices')} />;
    case 'matrix': return <MapDefault part={part} keys={itemsOf(part, 'rows')} items={itemsOf(part, 'columns')} />;
    case 'multipletext': return <MapDefault part={part} keys={childrenOf(part, 'items').map((item) => ({ value: nameOf(item), text: item['title'] }))} items={[]} />;
    default: return null;
  }
}

/** The points of a rating: those with words, else from the least to the most. */
function pointsOf(part: Part): Item[] {
  const worded = itemsOf(part, 'rateValues');
  if (worded.length > 0) return worded;
  const [least, step] = [Number(part['rateMin'] ?? 1), Number(part['rateStep'] ?? 1)];
  const most = Number(part['rateMax'] ?? least + Number(part['rateCount'] ?? 5) - 1);
  return most > least && step > 0 && (most - least) / step <= 100 ? Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, at) => ({ value: least + at * step })) : [];
}

function useChoices(items: readonly Item[]) {
  const { t } = useTranslation();
  const { language } = useLooked();
  return items.map((item) => ({ value: item.value as string, label: typeof item.value === 'boolean' ? t(item.value ? 'designer.yes' : 'designer.no') : anyText(item.text, language) || String(item.value) }));
}

/** One of the items, or a text where there are none. */
function OneDefault({ part, items }: { part: Part; items: readonly Item[] }) {
  const { t } = useTranslation();
  const set = useProperty(part, 'defaultValue');
  const { language, may } = useLooked();
  const choices = useChoices(items);
  const value = part['defaultValue'];
  if (isPlain(value) || Array.isArray(value)) return null;
  return (
    <Field label={t('designer.property.defaultValue')} part={part} property="defaultValue">
      {(id) => items.length > 0
        ? <Select id={id} className="property-wide" allowClear disabled={!may} value={value as string | undefined} onChange={set} options={choices} />
        : <Input id={id} lang={language} disabled={!may} maxLength={500} value={String(value ?? '')} onChange={(event) => set(event.target.value)} />}
    </Field>
  );
}

/** Several of the items, in the order in which they are chosen; a ranking asks for all of them. */
function SeveralDefault({ part, items }: { part: Part; items: readonly Item[] }) {
  const { t } = useTranslation();
  const set = useProperty(part, 'defaultValue');
  const { may } = useLooked();
  const choices = useChoices(items);
  const value = part['defaultValue'];
  if (value !== undefined && !Array.isArray(value)) return null;
  return (
    <Field label={t('designer.property.defaultValue')} part={part} property="defaultValue">
      {(id) => <Select id={id} mode="multiple" className="property-wide" allowClear disabled={!may} value={value as string[] | undefined} onChange={(chosen: string[]) => set(chosen.length === 0 ? undefined : chosen)} options={choices} />}
    </Field>
  );
}

/** One for each row of a matrix, or for each of several texts. */
function MapDefault({ part, keys, items }: { part: Part; keys: readonly Item[]; items: readonly Item[] }) {
  const { t } = useTranslation();
  const set = useProperty(part, 'defaultValue');
  const { language, may } = useLooked();
  const choices = useChoices(items);
  const value = part['defaultValue'];
  if (value !== undefined && !isPlain(value)) return null;
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  function put(name: string, answer: unknown): void {
    const rest = Object.entries({ ...given, [name]: answer }).filter(([, each]) => each !== undefined && each !== '');
    set(rest.length === 0 ? undefined : Object.fromEntries(rest));
  }
  return keys.map((of) => {
    const name = String(of.value);
    return (
      <Field key={name} label={`${t('designer.property.defaultValue')} · ${anyText(of.text, language) || name}`}>
        {(id) => items.length > 0
          ? <Select id={id} className="property-wide" allowClear disabled={!may} value={given[name] as string | undefined} onChange={(chosen: unknown) => put(name, chosen)} options={choices} />
          : <Input id={id} lang={language} disabled={!may} maxLength={500} value={String(given[name] ?? '')} onChange={(event) => put(name, event.target.value)} />}
      </Field>
    );
  });
}
