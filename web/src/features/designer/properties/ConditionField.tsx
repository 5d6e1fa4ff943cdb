import { Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from '../../../app/translation.ts';
import { useLooked } from '../DesignContext.ts';
import { availableTo, type Available } from '../model/available.ts';
import { expressionOf, linesOf, operators, takesNone, takesSeveral, type Line, type Lines, type Operator } from '../model/conditions.ts';
import { key, type Part } from '../model/document.ts';
import { anyText, type Language } from '../model/texts.ts';
import { Area, Said, useProperty } from './fields.tsx';

/** A condition: lines to click together, or as an expression for who knows how. What the lines cannot say stays an expression. */
export function ConditionField({ part, property, label }: { part: Part; property: string; label: string }) {
  const { t } = useTranslation();
  const set = useProperty(part, property);
  const expression = String(part[property] ?? '');
  const [asText, setAsText] = useState(() => expression !== '' && linesOf(expression) === null);
  const lines = expression === '' ? null : linesOf(expression);
  const written = asText || (expression !== '' && lines === null);
  return (
    <fieldset className="condition">
      <legend className="property-label">
        <span>{label}</span>
        {(lines !== null || expression === '') && <button type="button" className="link-button" onClick={() => setAsText(!asText)}>{t(written ? 'designer.condition.lines' : 'designer.condition.text')}</button>}
      </legend>
      {written ? <WrittenCondition part={part} property={property} label={label} /> : <BuiltCondition part={part} label={label} lines={lines} onChange={(next) => set(next === null ? undefined : expressionOf(next))} />}
      <Said part={part} property={property} />
    </fieldset>
  );
}

export function WrittenCondition({ part, property, label }: { part: Part; property: string; label: string }) {
  const set = useProperty(part, property);
  const { may } = useLooked();
  return <Area className="mono" aria-label={label} disabled={!may} maxLength={4_000} spellCheck={false} value={String(part[property] ?? '')} onChange={(event) => set(event.target.value)} />;
}

function BuiltCondition({ part, label, lines, onChange }: { part: Part; label: string; lines: Lines | null; onChange: (lines: Lines | null) => void }) {
  const { t, i18n } = useTranslation();
  const { document, may } = useLooked();
  const available = availableTo(document, part[key], i18n.language as Language);
  const built = lines ?? { join: 'and', lines: [] };

  function put(at: number, line: Line | null): void {
    const next = line === null ? built.lines.toSpliced(at, 1) : built.lines.with(at, line);
    onChange(next.length === 0 ? null : { ...built, lines: next });
  }

  function begin(): void {
    const [first] = available;
    if (first !== undefined) onChange({ ...built, lines: [...built.lines, { name: first.name, operator: '=', values: [startOf(first)] }] });
  }

  return (
    <>
      {built.lines.length > 1 && (
        <Segmented<Lines['join']> size="small" disabled={!may} aria-label={label} value={built.join} onChange={(join) => onChange({ ...built, join })} options={[{ value: 'and', label: t('designer.condition.and') }, { value: 'or', label: t('designer.condition.or') }]} />
      )}
      {built.lines.map((line, at) => <ConditionLine key={at} label={`${label} ${at + 1}`} line={line} available={available} onChange={(next) => put(at, next)} />)}
      {may && <button type="button" className="link-button" disabled={available.length === 0} onClick={begin}>{t('designer.condition.add')}</button>}
    </>
  );
}

const startOf = (of: Available) => (of.items === null || of.items.length === 0 ? (of.isNumber ? 0 : '') : (of.items[0]!.value as string | number | boolean));

function ConditionLine({ label, line, available, onChange }: { label: string; line: Line; available: readonly Available[]; onChange: (line: Line | null) => void }) {
  const { t } = useTranslation();
  const { may } = useLooked();
  const of = available.find((each) => each.name.toLowerCase() === line.name.toLowerCase());
  return (
    <div className="condition-line">
      <Select
        className="condition-name"
        size="small"
        disabled={!may}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={`${label} · ${t('designer.condition.question')}`}
        popupMatchSelectWidth={280}
        value={line.name}
        options={available.map((each) => ({ value: each.name, label: `${each.title} (${each.name})` }))}
        onChange={(name) => {
          const next = available.find((each) => each.name === name);
          onChange({ name, operator: next?.items != null && !['=', '!='].includes(line.operator) && !takesNone(line.operator) && !takesSeveral(line.operator) ? '=' : line.operator, values: next === undefined || takesNone(line.operator) ? [] : [startOf(next)] });
        }}
      />
      <div className="condition-what">
        <Select
          className="condition-operator"
          size="small"
          disabled={!may}
          aria-label={`${label} · ${t('designer.condition.operator')}`}
          value={line.operator}
          popupMatchSelectWidth={160}
          options={operators.map((operator) => ({ value: operator, label: t(`designer.operator.${operator}`) }))}
          onChange={(operator: Operator) => onChange({ ...line, operator, values: takesNone(operator) ? [] : line.values.length > 0 ? (takesSeveral(operator) ? line.values : line.values.slice(0, 1)) : of === undefined ? [''] : [startOf(of)] })}
        />
        {!takesNone(line.operator) && <ConditionValue label={label} line={line} of={of} onChange={(values) => onChange({ ...line, values })} />}
      </div>
      {may && <button type="button" className="row-more" aria-label={`${t('action.remove')} · ${label}`} onClick={() => onChange(null)}>×</button>}
    </div>
  );
}

function ConditionValue({ label, line, of, onChange }: { label: string; line: Line; of: Available | undefined; onChange: (values: Line['values']) => void }) {
  const { t, i18n } = useTranslation();
  const { may } = useLooked();
  const shared = { className: 'condition-value', size: 'small' as const, disabled: !may, 'aria-label': `${label} · ${t('designer.condition.value')}` };
  if (of?.items != null) {
    const options = of.items.map((item) => ({ value: item.value as string, label: anyText(item.text, i18n.language as Language) || (typeof item.value === 'boolean' ? t(item.value ? 'designer.yes' : 'designer.no') : String(item.value)) }));
    return takesSeveral(line.operator)
      ? <Select {...shared} mode="multiple" options={options} value={[...line.values] as string[]} onChange={(values) => values.length > 0 && onChange(values)} />
      : <Select {...shared} popupMatchSelectWidth={220} options={options} value={line.values[0] as string} onChange={(value) => onChange([value])} />;
  }
  if (takesSeveral(line.operator)) return <Select {...shared} mode="tags" open={false} value={line.values.map(String)} onChange={(values: string[]) => onChange(values)} />;
  if (of?.isNumber === true && typeof line.values[0] !== 'string') return <InputNumber {...shared} value={Number(line.values[0] ?? 0)} onChange={(value) => onChange([value ?? 0])} />;
  return <Input {...shared} value={String(line.values[0] ?? '')} onChange={(event) => onChange([event.target.value])} />;
}

