import { Link } from 'react-router';
import type { Filter } from '../../api/lists.ts';
import type { ForecastCell, ForecastScope } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount, formatSum } from '../../format/figures.ts';
import { listOf, rowsOf } from './forecast.ts';

interface Props {
  title: string;
  head: string;
  cells: readonly ForecastCell[];
  won?: readonly ForecastCell[];
  months: readonly string[];
  scope: ForecastScope;
  nameOf: (key: string) => string;
  whereOf: (key: string) => Filter;
  onDown?: ((key: string) => void) | undefined;
}

/** Rows by months: what is weighted, and below it how many. */
export function ForecastTable({ title, head, cells, won, months, scope, nameOf, whereOf, onDown }: Props) {
  const { t, i18n } = useTranslation();
  const rows = rowsOf(cells);
  const wonBy = new Map((won ?? []).map((cell) => [cell.key, cell]));
  const keys = [...rows.map((row) => row.key), ...[...wonBy.keys()].filter((key) => rows.every((row) => row.key !== key))];
  const used = months.filter((month) => /^\d/.test(month) || cells.some((cell) => cell.month === month));
  const monthName = (month: string) => (/^\d/.test(month) ? month : t(`opportunities.month.${month}`));
  const figure = (to: string, weighted: number | null, count: number) => (
    <Link to={to} className="opp-figure"><b>{weighted === null ? '–' : formatSum(weighted, i18n.language)}</b><span className="quiet">{t('opportunities.count', { count, text: formatCount(count, i18n.language) })}</span></Link>
  );
  const masked = cells.some((cell) => cell.weighted === null);
  return (
    <section>
      <h2 className="opp-table-title">{title}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="plain-table opp-forecast">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {won !== undefined && <th scope="col" className="right">{t('opportunities.month.won')}</th>}
              {used.map((month) => <th key={month} scope="col" className="right">{monthName(month)}</th>)}
              <th scope="col" className="right">{t('opportunities.month.all')}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => {
              const row = rows.find((each) => each.key === key);
              const done = wonBy.get(key);
              return (
                <tr key={key} data-key={key}>
                  <th scope="row">{onDown === undefined || key === '' ? nameOf(key) : <button type="button" className="opp-down" onClick={() => onDown(key)}>{nameOf(key)}</button>}</th>
                  {won !== undefined && <td className="right figures">{done === undefined ? '' : figure(listOf(scope, months, done.month, whereOf(key), true), done.weighted, done.count)}</td>}
                  {used.map((month) => {
                    const cell = row?.by.get(month);
                    return <td key={month} className="right figures" data-month={month}>{cell === undefined ? '' : figure(listOf(scope, months, month, whereOf(key)), cell.weighted, cell.count)}</td>;
                  })}
                  <td className="right figures">{row === undefined ? '' : figure(listOf(scope, months, null, whereOf(key)), masked ? null : row.weighted, row.count)}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('opportunities.month.all')}</th>
              {won !== undefined && <td />}
              {used.map((month) => {
                const own = cells.filter((cell) => cell.month === month);
                return <td key={month} className="right figures">{own.length === 0 ? '' : figure(listOf(scope, months, month, null), masked ? null : own.reduce((sum, cell) => sum + (cell.weighted ?? 0), 0), own.reduce((sum, cell) => sum + cell.count, 0))}</td>;
              })}
              <td className="right figures">{figure(listOf(scope, months, null, null), masked ? null : cells.reduce((sum, cell) => sum + (cell.weighted ?? 0), 0), cells.reduce((sum, cell) => sum + cell.count, 0))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
