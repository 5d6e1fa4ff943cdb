import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { Link } from 'react-router';
import { rollUpQuery, type RollUpAsked, type RollUpRow, type RollUpView } from '../../api/log.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { formatShare } from '../../format/figures.ts';
import { figureNames, reportedOf, reportsAddress, valueOf } from './figures.ts';

interface Props {
  asked: RollUpAsked;
  onAsk: (part: Partial<RollUpAsked>) => void;
}

/** A week or a month by legal entity, by unit, by person; each figure opens its reports. */
export function RollUpTab({ asked, onAsk }: Props) {
  const { t } = useTranslation();
  const sums = useQuery(rollUpQuery(asked));
  return (
    <>
      <div className="log-bar">
        <Segmented aria-label={t('log.period')} value={asked.period} onChange={(period) => onAsk({ period })} options={(['week', 'month'] as const).map((each) => ({ value: each, label: t(`log.${each}`) }))} />
        <Input type="date" className="log-date" aria-label={t('column.reports.day')} value={asked.day} onChange={(event) => event.target.value !== '' && onAsk({ day: event.target.value })} />
        {(asked.entity !== '' || asked.unit !== '') && <Button onClick={() => onAsk(asked.unit === '' ? { entity: '' } : { unit: '' })}>{t('log.up')}</Button>}
        {sums.data !== undefined && <span className="quiet figures">{sums.data.from} – {sums.data.to}</span>}
      </div>
      {sums.isError ? (
        <Problem error={sums.error} onRetry={() => void sums.refetch()} />
      ) : sums.data === undefined ? (
        <PageSkeleton rows={8} />
      ) : sums.data.rows.length === 0 ? (
        <Nothing title={t('log.rollup.none')} help={t('log.rollup.none.help')} />
      ) : (
        <Sums sums={sums.data} asked={asked} onAsk={onAsk} />
      )}
    </>
  );
}

function Sums({ sums, asked, onAsk }: Props & { sums: RollUpView }) {
  const { t, i18n } = useTranslation();
  const span = `day.between:${sums.from}~${sums.to}`;
  const within = [span, ...(asked.entity === '' ? [] : [`entity.eq:${asked.entity}`]), ...(asked.unit === '' ? [] : [`unit.eq:${asked.unit}`])];
  const linked = (row: RollUpRow, value: number, ...more: string[]) =>
    value === 0 ? <span className="quiet">0</span> : <Link to={reportsAddress([...within, `${sums.level}.eq:${encodeURIComponent(row.code)}`, ...more])}>{value}</Link>;
  return (
    <div className="table-scroll">
      <table className="plain-table log-sums">
        <thead>
          <tr>
            <th scope="col">{t(`column.reports.${sums.level === 'entity' ? 'entity' : sums.level === 'unit' ? 'unit' : 'person'}`)}</th>
            {(['owed', 'away', 'submitted', 'missing', 'reported', 'late', 'odd'] as const).map((name) => <th key={name} scope="col" className="right">{t(`log.sum.${name}`)}</th>)}
            {figureNames.map((name) => <th key={name} scope="col" className="right">{t(`column.reports.${name}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {sums.rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {sums.level === 'person' ? row.name : <button type="button" className="log-figure" onClick={() => onAsk(sums.level === 'entity' ? { entity: row.code } : { unit: row.code })}>{row.name}</button>}
              </th>
              <td className="right figures">{row.owed}</td>
              <td className="right figures">{row.away === 0 ? <span className="quiet">0</span> : row.away}</td>
              <td className="right figures">{linked(row, row.submitted)}</td>
              <td className="right figures" data-bad={row.missing > 0}>{row.missing}</td>
              <td className="right figures">{formatShare(reportedOf(row), i18n.language)}</td>
              <td className="right figures" data-bad={row.late > 0}>{linked(row, row.late, 'late.eq:true')}</td>
              <td className="right figures">{linked(row, row.odd, 'odd.notEmpty')}</td>
              {figureNames.map((name) => <td key={name} className="right figures">{linked(row, valueOf(row.figures, name), `${name}.gt:0`)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
