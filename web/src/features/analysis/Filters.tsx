import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import type { AnalysisFilter, AnalysisView } from '../../api/analysis.ts';
import { segmentsQuery } from '../../api/segments.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { CloseIcon } from '../../components/icons.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';
import { valuesOf, withCondition } from './filter.ts';
import { titleOf } from './words.ts';

interface Props {
  view: AnalysisView;
  filter: AnalysisFilter;
  onChange: (filter: AnalysisFilter) => void;
}

const ways = ['link', 'qr', 'anonymous', 'manager', 'list', 'campaign'];

/** What is counted, in one bar: where, which way, when, whose; answers that were picked stand behind it as what can be taken away. */
export function Filters({ view, filter, onChange }: Props) {
  const { t } = useTranslation();
  const segments = useQuery({ ...segmentsQuery, enabled: useMay()('customers.read') && !view.anonymous });
  const set = (on: string, values: readonly string[]) => onChange(withCondition(filter, on, values, view.anonymous));
  const day = (name: 'from' | 'to', value: string) => {
    const { [name]: _, ...rest } = filter;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const answers = filter.conditions.filter(({ on }) => !on.startsWith('@'));
  const several = (on: string, label: string, options: { value: string; label: string }[]) => (
    <Select
      size="small" mode="multiple" maxTagCount={1} allowClear popupMatchSelectWidth={false} className="ana-select" aria-label={label} placeholder={label}
      value={valuesOf(filter, on)} onChange={(values: string[]) => set(on, view.anonymous ? values.slice(-1) : values)} options={options}
    />
  );
  return (
    <div className="ana-filter" role="search" aria-label={t('ana.filter')}>
      <UnitSelect label={t('ana.axis.unit')} value={valuesOf(filter, '@unit')[0] ?? ''} onChange={(unit) => set('@unit', unit === '' ? [] : [unit])} />
      {several('@via', t('ana.axis.via'), ways.map((value) => ({ value, label: titleOf({ value, title: '' }, t) })))}
      {several('@version', t('ana.axis.version'), view.versions.map((number) => ({ value: String(number), label: t('ana.version', { n: number }) })))}
      {view.bands !== null && several('@band', t('ana.axis.band'), view.bands.cells.map((cell) => ({ value: cell.value, label: titleOf(cell, t) })))}
      {segments.data !== undefined && segments.data.length > 0 && several('@segment', t('ana.axis.segment'), segments.data.map((segment) => ({ value: segment.id, label: segment.name })))}
      {!view.anonymous && (
        <span className="ana-days">
          <Input size="small" type="date" aria-label={t('ana.from')} value={filter.from ?? ''} onChange={(event) => day('from', event.target.value)} />
          –
          <Input size="small" type="date" aria-label={t('ana.to')} value={filter.to ?? ''} onChange={(event) => day('to', event.target.value)} />
        </span>
      )}
      {answers.map(({ on, values }) => (
        <span key={on} className="ana-chip">
          {nameOf(view, on, values, t)}
          <button type="button" aria-label={t('ana.take', { what: on })} onClick={() => set(on, [])}><CloseIcon /></button>
        </span>
      ))}
      {(filter.conditions.length > 0 || filter.from !== undefined || filter.to !== undefined) && <button type="button" className="link-button" onClick={() => onChange({ conditions: [] })}>{t('list.clearFilter')}</button>}
    </div>
  );
}

/** A condition on an answer, in the questionnaire's words as far as they are on the page. */
function nameOf(view: AnalysisView, on: string, values: readonly string[], t: (key: string) => string): string {
  const question = view.questions.find(({ parts }) => parts.some(({ key }) => key === on));
  const part = question?.parts.find(({ key }) => key === on);
  const said = values.map((value) => titleOf(part?.cells.find((cell) => cell.value === value) ?? { value, title: '' }, t));
  return `${question?.title ?? on}${part === undefined || part.title === '' ? '' : ` ${part.title}`}: ${said.join(' / ')}`;
}
