import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import type { DashboardRow, DashboardScope, DashboardView } from '../../api/dashboards.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount, formatShare, formatSum } from '../../format/figures.ts';
import { addressOf, type Figure } from './addresses.ts';
import type { Bar } from './Bars.tsx';
import { changeOf, coverageOf, effortOf, growthOf, ranked } from './rates.ts';

const Bars = lazy(() => import('./Bars.tsx'));

/** What one sees without scrolling; the table below has them all. */
const most = 15;

/** Base, growth, coverage, and due and done, by the level below; a bar opens the list behind it. */
export function Charts({ view, scope }: { view: DashboardView; scope: DashboardScope }) {
  const { t, i18n } = useTranslation();
  const percent = (share: number | null) => formatShare(share, i18n.language);
  const named = (row: DashboardRow, values: readonly number[], text: string): Bar => ({ id: row.code, name: row.name === '' ? t(`dash.none.${view.level}`) : row.name, values, text });
  const growth = (row: DashboardRow) => growthOf(row.base, view.beforeKnown);
  const withWork = view.rows.filter(({ work }) => work !== null && work.due + work.done > 0);
  return (
    <div className="dash-charts">
      <Picture title={t('dash.base')} figure="customers" view={view} scope={scope} series={[t('dash.customers')]} bars={view.rows.map((row) => named(row, [row.base.customers], formatCount(row.base.customers, i18n.language)))} />
      <Picture
        title={t('dash.growth')} figure="customers" view={view} scope={scope} series={[t('dash.growth')]}
        bars={ranked(view.rows, growth).map((row) => named(row, [growth(row) ?? 0], `${percent(growth(row) ?? 0)} · ${formatSum(changeOf(row.base, view.beforeKnown) ?? 0, i18n.language)}`))}
      />
      <Picture
        title={t('dash.coverage')} figure="contacted" view={view} scope={scope} series={[t('dash.coverage')]}
        bars={ranked(view.rows, ({ base }) => coverageOf(base)).map((row) => named(row, [coverageOf(row.base) ?? 0], percent(coverageOf(row.base) ?? 0)))}
      />
      {view.work !== null && view.level !== 'place' && (
        <Picture
          title={t('dash.work')} figure="due" view={view} scope={scope} series={[t('dash.overdue'), t('dash.open'), t('dash.done')]}
          bars={withWork.map((row) => named(row, [row.work?.overdue ?? 0, (row.work?.due ?? 0) - (row.work?.overdue ?? 0), row.work?.done ?? 0], `${formatCount(effortOf(row) ?? 0, i18n.language)} / 100`))}
        />
      )}
    </div>
  );
}

function Picture({ title, figure, view, scope, series, bars }: { title: string; figure: Figure; view: DashboardView; scope: DashboardScope; series: readonly string[]; bars: readonly Bar[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <section className="dash-chart">
      <h2>{title}</h2>
      {bars.length === 0 ? (
        <p className="quiet">{t('dash.nothing')}</p>
      ) : (
        <Suspense fallback={<div className="chart" />}>
          <Bars label={title} series={series} bars={bars.slice(0, most)} onOpen={(code) => void navigate(addressOf(figure, view, scope, code))} />
        </Suspense>
      )}
    </section>
  );
}
