import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { crossQuery, ratesQuery, type AnalysisFilter, type RateRow } from '../../api/analysis.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { formatCount, formatShare } from '../../format/figures.ts';
import { titleOf } from './words.ts';

const Columns = lazy(() => import('./Columns.tsx'));

/** How many came and how far, by way and by unit, and when. */
export function Rates({ id, filter, anonymous, onPick }: { id: string; filter: AnalysisFilter; anonymous: boolean; onPick: (on: string, value: string) => void }) {
  const { t } = useTranslation();
  const rates = useQuery(ratesQuery(id));
  return (
    <>
      <Trend id={id} filter={filter} anonymous={anonymous} onPick={onPick} />
      {rates.isError ? (
        <Problem error={rates.error} onRetry={() => void rates.refetch()} />
      ) : rates.data === undefined ? (
        <PageSkeleton rows={6} />
      ) : (
        <>
          <RateTable title={t('ana.rates.via')} rows={[...rates.data.byVia, { ...rates.data.all, title: t('ana.rates.all') }]} />
          <RateTable title={t('ana.rates.unit')} rows={rates.data.byUnit} />
        </>
      )}
    </>
  );
}

function RateTable({ title, rows }: { title: string; rows: readonly RateRow[] }) {
  const { t, i18n } = useTranslation();
  const count = (value: number | null) => (value === null ? t('ana.hidden') : formatCount(value, i18n.language));
  return (
    <section className="ana-question">
      <h2>{title}</h2>
      <div className="table-scroll">
        <table className="plain-table ana-numbers">
          <thead>
            <tr>
              <th scope="col" />
              {(['invited', 'opened', 'completed', 'screened', 'rate'] as const).map((each) => <th key={each} scope="col" className="right">{t(`ana.rates.${each}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.value}>
                <th scope="row">{titleOf(row, t)}</th>
                <td className="right">{count(row.invited)}</td>
                <td className="right">{count(row.opened)}</td>
                <td className="right">{count(row.completed)}</td>
                <td className="right">{count(row.screened)}</td>
                <td className="right">{row.opened === null || row.completed === null || row.opened === 0 ? '–' : formatShare(row.completed / row.opened, i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Step = '@day' | '@week' | '@month';

function Trend({ id, filter, anonymous, onPick }: { id: string; filter: AnalysisFilter; anonymous: boolean; onPick: (on: string, value: string) => void }) {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState<Step>('@week');
  const step = anonymous ? '@month' : chosen;
  const trend = useQuery(crossQuery(id, anonymous ? { conditions: [] } : filter, i18n.language, step, null));
  const text = (value: number | null) => (value === null ? t('ana.hidden') : formatCount(value, i18n.language));
  return (
    <section className="ana-question" aria-label={t('ana.trend')}>
      <h2>{t('ana.trend')} {!anonymous && <Segmented<Step> size="small" value={step} onChange={setChosen} options={(['@day', '@week', '@month'] as const).map((value) => ({ value, label: t(`ana.step.${value.slice(1)}`) }))} />}</h2>
      {trend.isError ? (
        <Problem error={trend.error} onRetry={() => void trend.refetch()} />
      ) : (
        <div className="ana-picture" style={{ '--ana-height': '220px' } as React.CSSProperties}>
          <Suspense fallback={<div className="chart" />}>
            <Columns label={t('ana.trend')} columns={(trend.data?.rows ?? []).map((row) => ({ id: row.value, name: row.value, value: row.count ?? 0, text: `${text(row.count)}${row.score == null ? '' : ` · ${t('ana.score')} ${row.score.toFixed(1)}`}` }))} onOpen={(value) => onPick(step, value)} />
          </Suspense>
        </div>
      )}
    </section>
  );
}
