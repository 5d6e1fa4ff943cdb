import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { trendQuery, type DashboardScope, type DashboardView } from '../../api/dashboards.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { formatCount, formatSum } from '../../format/figures.ts';
import { measures, momentsOf, type Measure, type Moment } from './trend.ts';

const Line = lazy(() => import('./Line.tsx'));

/** Base, deposits and loans over twelve ends of months and today: as a picture, and as a table. A point opens the customers whom it counts. */
export function Trend({ view, scope }: { view: DashboardView; scope: DashboardScope }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const trend = useQuery(trendQuery(scope));
  const [chosen, setChosen] = useState<Measure>('customers');
  const offered = measures.filter((each) => each === 'customers' || view.base[each] !== null);
  const measure = offered.includes(chosen) ? chosen : 'customers';
  const moments = trend.data === undefined ? [] : momentsOf(view, trend.data, scope);
  const text = (of: Measure, value: number | null) => (value === null ? '–' : of === 'customers' ? formatCount(value, i18n.language) : formatSum(value, i18n.language));
  const label = `${t('dash.trend')}: ${t(`dash.${measure}`)}`;
  return (
    <section className="dash-chart dash-trend" aria-label={t('dash.trend')}>
      <div className="dash-rank-head">
        <h2>{t('dash.trend')}</h2>
        {offered.length > 1 && <Segmented size="small" aria-label={t('dash.trend.measure')} value={measure} onChange={setChosen} options={offered.map((each) => ({ value: each, label: t(`dash.${each}`) }))} />}
      </div>
      <p className="quiet">{t('dash.trend.help')}</p>
      {trend.isError ? (
        <Problem error={trend.error} onRetry={() => void trend.refetch()} />
      ) : (
        <Suspense fallback={<div className="chart" />}>
          <Line
            label={label}
            points={moments.map(({ day, [measure]: value }) => ({ id: day, value, text: text(measure, value) }))}
            axis={(value) => text(measure, value)}
            step={measure === 'customers' ? 1 : 100}
            onOpen={(day) => { const found = moments.find((each) => each.day === day); if (found !== undefined) void navigate(found.address); }}
          />
        </Suspense>
      )}
      <details>
        <summary>{t('dash.trend.table')}</summary>
        <Table moments={moments} offered={offered} text={text} />
      </details>
    </section>
  );
}

function Table({ moments, offered, text }: { moments: readonly Moment[]; offered: readonly Measure[]; text: (of: Measure, value: number | null) => string }) {
  const { t } = useTranslation();
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('dash.trend.end')}</th>
            {offered.map((each) => <th key={each} scope="col" className="right">{t(`dash.${each}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {[...moments].reverse().map((moment) => (
            <tr key={moment.day} data-end={moment.day}>
              <th scope="row" className="figures">{moment.day}</th>
              {offered.map((each) => <td key={each} className="right figures">{each === 'customers' ? <Link to={moment.address}>{text(each, moment[each])}</Link> : text(each, moment[each])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
