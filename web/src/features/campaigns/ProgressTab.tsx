import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { progressQuery, type Campaign } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { grouping } from './campaign.ts';
import { useFigures } from './useFigures.tsx';

/** The figures of a row, each with the conditions of the targets that it counts. */
const figures = [
  ['targets', []],
  ['waiting', ['state.eq:waiting']],
  ['contacted', ['contactedAt.notEmpty']],
  ['failed', ['failed.eq:true']],
  ['inDoubt', ['inDoubt.eq:true']],
  ['responded', ['response.notEmpty']],
  ['won', ['wonAt.notEmpty']],
] as const;

/** The figures of a step; together they are all who came to it. */
const stepFigures = ['waiting', 'made', 'done', 'failed', 'inDoubt', 'skipped', 'unsuitable', 'cancelled'] as const;

/** How far it is: by unit or manager, and by step. Every figure opens its customers. */
export function ProgressTab({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const { count, open } = useFigures();
  const [address, setAddress] = useSearchParams();
  const by = grouping(address.get('by'));
  const { data, error, refetch } = useQuery({ ...progressQuery(campaign.id, by), refetchInterval: campaign.state === 'running' ? 5_000 : false });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton rows={6} />;
  const cells = (row: typeof data.total, of: readonly string[]) =>
    figures.map(([figure, conditions]) => (
      <td key={figure} className="figures" data-figure={figure}>{open(campaign.id, row[figure], 'outcome.eq:in', 'held.eq:false', ...conditions, ...of)}</td>
    ));
  const head = figures.map(([figure]) => <th key={figure} scope="col" className="figures">{t(`campaigns.figure.${figure}`)}</th>);
  return (
    <section className="campaign-progress" aria-label={t('campaigns.tab.progress')}>
      <Segmented size="small" aria-label={t('campaigns.by')} value={by} options={(['unit', 'manager'] as const).map((each) => ({ value: each, label: t(`campaigns.by.${each}`) }))} onChange={(next) => setAddress({ tab: 'progress', by: next }, { replace: true })} />
      <div className="campaign-wide" tabIndex={0}>
        <table className="plain-table">
          <thead><tr><th scope="col">{t(`campaigns.by.${by}`)}</th>{head}</tr></thead>
          <tbody>{data.rows.map((row) => <tr key={row.key}><th scope="row">{row.name === '' ? t('campaigns.nobody') : row.name}</th>{cells(row, [row.key === '' ? `${by}.empty` : `${by}.eq:${row.key}`])}</tr>)}</tbody>
          <tfoot><tr><th scope="row">{t('campaigns.looked')}</th>{cells(data.total, [])}</tr></tfoot>
        </table>
      </div>
      <h2>{t('campaigns.steps')}</h2>
      <div className="campaign-wide" tabIndex={0}>
        <table className="plain-table">
          <thead><tr><th scope="col">{t('campaigns.steps')}</th>{stepFigures.map((each) => <th key={each} scope="col" className="figures">{t(`campaigns.step.${each}`)}</th>)}</tr></thead>
          <tbody>
            {data.steps.map((step) => (
              <tr key={step.step} data-step={step.step}>
                <th scope="row">{step.step} · {t(`campaigns.kind.${step.kind as 'task'}`)}</th>
                {stepFigures.map((each) => <td key={each} className="figures">{count(step[each])}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
