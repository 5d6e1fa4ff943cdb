import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { resultsQuery, type Campaign, type ResultGroup } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { grouping } from './campaign.ts';
import { useFigures } from './useFigures.tsx';

const funnel = [['customers', []], ['contacted', ['contactedAt.notEmpty']], ['responded', ['response.notEmpty']], ['won', ['wonAt.notEmpty']]] as const;

/** What it brought: the way from target to success, targets beside those held out, and what core banking reports since the start. */
export function ResultsTab({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const { count, rate, money, each, open: opens } = useFigures();
  const names = useNames();
  const [address, setAddress] = useSearchParams();
  const by = grouping(address.get('by'));
  const { data, error, refetch } = useQuery(resultsQuery(campaign.id, by));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton rows={6} />;
  const open = (value: number, ...conditions: string[]) => opens(campaign.id, value, 'outcome.eq:in', ...conditions);
  const beside = (label: string, of: (group: ResultGroup, held: string) => ReactNode, key: string) => (
    <tr key={key} data-figure={key}><th scope="row">{label}</th><td className="figures">{of(data.targets, 'held.eq:false')}</td><td className="figures">{of(data.heldOut, 'held.eq:true')}</td></tr>
  );
  return (
    <section className="campaign-results" aria-label={t('campaigns.tab.results')}>
      <ol className="campaign-funnel" aria-label={t('campaigns.funnel')}>
        {funnel.map(([figure, conditions]) => (
          <li key={figure} data-figure={figure}>
            <span className="campaign-funnel-bar" style={{ inlineSize: `${data.targets.customers === 0 ? 0 : data.targets[figure] / data.targets.customers * 100}%` }} />
            <span>{t(`campaigns.figure.${figure === 'customers' ? 'targets' : figure}`)}</span>
            <b className="figures">{open(data.targets[figure], 'held.eq:false', ...conditions)}</b>
            <span className="figures quiet">{rate(data.targets[figure], data.targets.customers)}</span>
          </li>
        ))}
      </ol>
      <p className="quiet">{data.goal.target > 0 && t('campaigns.goal.reached', { won: count(data.targets.won), target: count(data.goal.target) })} {data.spent > 0 && data.targets.won > 0 && t('campaigns.results.cost', { each: each(data.spent, data.targets.won), all: money(data.spent) })}</p>
      <h2>{t('campaigns.results.beside')}</h2>
      <table className="plain-table">
        <thead><tr><th scope="col" aria-hidden="true" /><th scope="col" className="figures">{t('campaigns.targets')}</th><th scope="col" className="figures">{t('campaigns.held')}</th></tr></thead>
        <tbody>
          {beside(t('campaigns.customers'), (group, held) => open(group.customers, held), 'customers')}
          {beside(t('campaigns.figure.won'), (group, held) => <>{open(group.won, held, 'wonAt.notEmpty')} <span className="quiet">{rate(group.won, group.customers)}</span></>, 'won')}
          {beside(t('campaigns.results.gained'), (group) => money(group.gained), 'gained')}
          {beside(t('campaigns.results.gainedEach'), (group) => each(group.gained, group.customers), 'gainedEach')}
          {data.products.map((product) => (
            <tr key={product.kind} data-product={product.kind}>
              <th scope="row">{t('campaigns.results.opened', { product: names.holding(product.kind) })}</th>
              <td className="figures">{open(product.targets, 'held.eq:false', `opened.eq:${product.kind}-${product.since}`)} <span className="quiet">{rate(product.targets, data.targets.customers)}</span></td>
              <td className="figures">{open(product.heldOut, 'held.eq:true', `opened.eq:${product.kind}-${product.since}`)} <span className="quiet">{rate(product.heldOut, data.heldOut.customers)}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t(`campaigns.by.${by}`)}</h2>
      <Segmented size="small" aria-label={t('campaigns.by')} value={by} options={(['unit', 'manager'] as const).map((which) => ({ value: which, label: t(`campaigns.by.${which}`) }))} onChange={(next) => setAddress({ tab: 'results', by: next }, { replace: true })} />
      <div className="campaign-wide" tabIndex={0}>
        <table className="plain-table">
          <thead><tr><th scope="col">{t(`campaigns.by.${by}`)}</th>{funnel.map(([figure]) => <th key={figure} scope="col" className="figures">{t(`campaigns.figure.${figure === 'customers' ? 'targets' : figure}`)}</th>)}<th scope="col" className="figures">{t('campaigns.results.gained')}</th></tr></thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name === '' ? t('campaigns.nobody') : row.name}</th>
                {funnel.map(([figure, conditions]) => <td key={figure} className="figures">{open(row.targets[figure], 'held.eq:false', ...conditions, row.key === '' ? `${by}.empty` : `${by}.eq:${row.key}`)}</td>)}
                <td className="figures">{money(row.targets.gained)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p><Link to={`/campaigns/compare?campaign=${campaign.id}`}>{t('campaigns.compare')}</Link></p>
    </section>
  );
}
