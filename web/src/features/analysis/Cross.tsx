import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { crossQuery, type AnalysisFilter, type AnalysisView, type CrossView } from '../../api/analysis.ts';
import { segmentsQuery } from '../../api/segments.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { formatCount, formatShare } from '../../format/figures.ts';
import { axes, titleOf } from './words.ts';

interface Props {
  id: string;
  view: AnalysisView;
  filter: AnalysisFilter;
  /** From the address: what stands in the lines, and what in the columns ("" for counts and scores alone). */
  row: string;
  column: string;
  onAxes: (row: string, column: string) => void;
}

/** Segments that are compared at once. */
const mostSegments = 6;

/** Two questions, or a question by unit, version, way, month or segment: counts or shares of the line, darker where there are more. */
export function Cross({ id, view, filter, row, column, onAxes }: Props) {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState<string[]>([]);
  const [how, setHow] = useState<'count' | 'share'>('share');
  const segments = useQuery({ ...segmentsQuery, enabled: row === '@segment' && useMay()('customers.read') });
  const questions = view.questions.filter(({ shape }) => shape !== 'text' && shape !== 'file').flatMap(({ title, parts }) => parts.map((part) => ({ value: part.key, label: part.title === '' ? title : `${title} · ${part.title}` })));
  const known = axes.filter((axis) => (!axis.named || !view.anonymous) && (axis.key !== '@band' || view.bands !== null)).map((axis) => ({ value: axis.key, label: t(axis.name) }));
  const from = row === '' ? '@unit' : row;
  const ready = from !== '@segment' || chosen.length > 0;
  const cross = useQuery({ ...crossQuery(id, view.anonymous ? { conditions: [] } : filter, i18n.language, from, column === '' ? null : column, from === '@segment' ? chosen : []), enabled: ready });
  const names = new Map((segments.data ?? []).map((segment) => [segment.id, segment.name]));
  return (
    <>
      <div className="ana-cross-head">
        <label>{t('ana.cross.row')} <Select className="ana-axis" showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} value={from} onChange={(next) => onAxes(next, column)} options={[{ label: t('ana.axes'), options: known }, { label: t('ana.questions'), options: questions }]} /></label>
        <label>{t('ana.cross.column')} <Select className="ana-axis" showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} value={column} onChange={(next) => onAxes(from, next)} options={[{ value: '', label: t('ana.cross.none') }, ...questions.filter(({ value }) => value !== from)]} /></label>
        {from === '@segment' && <Select mode="multiple" className="ana-axis" maxCount={mostSegments} placeholder={t('ana.cross.segments')} aria-label={t('ana.cross.segments')} value={chosen} onChange={setChosen} options={(segments.data ?? []).map((each) => ({ value: each.id, label: each.name }))} />}
        {column !== '' && <Segmented size="small" value={how} onChange={setHow} options={[{ value: 'share', label: t('ana.share') }, { value: 'count', label: t('ana.count') }]} />}
      </div>
      {view.anonymous && filter.conditions.length > 0 && <p className="quiet">{t('ana.cross.anonymous')}</p>}
      {!ready ? (
        <p className="quiet">{t('ana.cross.segments')}</p>
      ) : cross.isError ? (
        <Problem error={cross.error} onRetry={() => void cross.refetch()} />
      ) : cross.data === undefined ? (
        <PageSkeleton rows={8} />
      ) : (
        <Table cross={cross.data} how={column === '' ? 'count' : how} names={names} scored={view.score !== null} />
      )}
    </>
  );
}

function Table({ cross, how, names, scored }: { cross: CrossView; how: 'count' | 'share'; names: ReadonlyMap<string, string>; scored: boolean }) {
  const { t, i18n } = useTranslation();
  const figure = (value: number | null, of: number | null) =>
    value === null ? t('ana.hidden') : how === 'count' ? formatCount(value, i18n.language) : of === null || of === 0 ? '–' : formatShare(value / of, i18n.language);
  if (cross.rows.length === 0) return <p className="quiet">{t('ana.none')}</p>;
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table ana-numbers">
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col" className="right">{t('ana.count')}</th>
              {scored && <th scope="col" className="right">{t('ana.score')}</th>}
              {cross.columns.map((cell) => <th key={cell.value} scope="col" className="right">{titleOf(cell, t)}</th>)}
            </tr>
          </thead>
          <tbody>
            {cross.rows.map((line) => (
              <tr key={line.value}>
                <th scope="row">{names.get(line.value) ?? titleOf(line, t)}</th>
                <td className="right">{line.count === null ? t('ana.hidden') : formatCount(line.count, i18n.language)}</td>
                {scored && <td className="right">{line.score?.toFixed(1) ?? '–'}</td>}
                {line.cells.map((cell, i) => <td key={cross.columns[i]?.value ?? i} className="right" data-heat={cell === null || line.count === null || line.count === 0 ? 0 : Math.round((cell / line.count) * 5)}>{figure(cell, line.count)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cross.depends !== null && <p className="quiet">{t(cross.depends ? 'ana.depends' : 'ana.independent')}</p>}
    </>
  );
}
