import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DashboardRow, DashboardScope, DashboardView } from '../../api/dashboards.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount, formatShare, formatSum } from '../../format/figures.ts';
import { addressOf, type Figure } from './addresses.ts';
import { coverageOf, effortOf, growthOf, ranked } from './rates.ts';

const measures = ['coverage', 'growth', 'effort'] as const;

/** All rows by one share; who has few customers stands below, unranked. A name goes one level down. */
export function Ranking({ view, scope, onScope }: { view: DashboardView; scope: DashboardScope; onScope: (scope: DashboardScope) => void }) {
  const { t, i18n } = useTranslation();
  const [by, setBy] = useState<(typeof measures)[number]>('coverage');
  const of = (row: DashboardRow) => (by === 'coverage' ? coverageOf(row.base) : by === 'growth' ? growthOf(row.base, view.beforeKnown) : effortOf(row));
  const first = ranked(view.rows, of);
  const rest = view.rows.filter((row) => !first.includes(row));
  const percent = (share: number | null) => formatShare(share, i18n.language);
  const number = (row: DashboardRow, figure: Figure, value: number) => <Link to={addressOf(figure, view, scope, row.code)}>{formatCount(value, i18n.language)}</Link>;
  const down = (code: string) => (view.level === 'entity' ? { ...scope, entity: code } : view.level === 'unit' ? { ...scope, unit: code } : { ...scope, manager: code });
  const shared = view.level === 'manager';
  const work = view.work !== null && view.level !== 'place';
  return (
    <section>
      <div className="dash-rank-head">
        <h2>{t('dash.ranking')}</h2>
        <Select aria-label={t('dash.by')} value={by} onChange={setBy} options={measures.filter((each) => each !== 'effort' || work).map((each) => ({ value: each, label: t(`dash.by.${each}`) }))} />
      </div>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col" className="right">{t('dash.rank')}</th>
              <th scope="col">{t(`dash.level.${view.level}`)}</th>
              <th scope="col" className="right">{t('dash.customers')}</th>
              <th scope="col" className="right">{t('dash.opened')}</th>
              <th scope="col" className="right">{t('dash.deposits')}</th>
              {shared && <th scope="col" className="right">{t('dash.sharedDeposits')}</th>}
              <th scope="col" className="right">{t('dash.loans')}</th>
              <th scope="col" className="right">{t('dash.by.growth')}</th>
              <th scope="col" className="right">{t('dash.contacted')}</th>
              <th scope="col" className="right">{t('dash.by.coverage')}</th>
              {work && (['overdue', 'due', 'done', 'visits', 'calls'] as const).map((name) => <th key={name} scope="col" className="right">{t(`dash.${name}`)}</th>)}
              {work && <th scope="col" className="right">{t('dash.by.effort')}</th>}
            </tr>
          </thead>
          <tbody>
            {[...first, ...rest].map((row, index) => (
              <tr key={row.code}>
                <td className="right figures">{index < first.length ? index + 1 : '–'}</td>
                <th scope="row">
                  {view.level === 'place' || row.code === '' ? (row.code === '' ? t(`dash.none.${view.level}`) : row.name) : <button type="button" className="dash-down" onClick={() => onScope(down(row.code))}>{row.name}</button>}
                </th>
                <td className="right figures">{number(row, 'customers', row.base.customers)}</td>
                <td className="right figures">{number(row, 'opened', row.base.opened)}</td>
                <td className="right figures">{row.base.deposits === null ? '–' : formatSum(row.base.deposits, i18n.language)}</td>
                {shared && <td className="right figures">{row.sharedDeposits === null ? '–' : formatSum(row.sharedDeposits, i18n.language)}</td>}
                <td className="right figures">{row.base.loans === null ? '–' : formatSum(row.base.loans, i18n.language)}</td>
                <td className="right figures">{percent(growthOf(row.base, view.beforeKnown))}</td>
                <td className="right figures">{number(row, 'contacted', row.base.contacted)}</td>
                <td className="right figures">{percent(coverageOf(row.base))}</td>
                {work && (['overdue', 'due', 'done', 'visits', 'calls'] as const).map((name) => <td key={name} className="right figures">{row.work === null ? '' : number(row, name, row.work[name])}</td>)}
                {work && <td className="right figures">{formatCount(effortOf(row) ?? 0, i18n.language)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest.length > 0 && <p className="quiet">{t('dash.unranked')}</p>}
    </section>
  );
}
