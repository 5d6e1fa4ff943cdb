import { useQuery } from '@tanstack/react-query';
import { selectionQuery, type Campaign } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { audienceOf } from './campaign.ts';
import { useFigures } from './useFigures.tsx';

/** Whom the selection found, and what became of each: the parts add up, and each opens its customers. */
export function AudienceTab({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const { open } = useFigures();
  const { data, error, refetch } = useQuery(selectionQuery(campaign.id));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton rows={4} />;
  const { looked, contacted, held, out } = audienceOf(data);
  const row = (label: string, count: number, conditions: string[], key: string) => (
    <tr key={key} data-outcome={key}>
      <th scope="row">{label}</th>
      <td className="figures">{open(campaign.id, count, ...conditions)}</td>
      <td className="campaign-bar"><span style={{ inlineSize: `${looked === 0 ? 0 : Math.max(count / looked * 100, 0.5)}%` }} /></td>
    </tr>
  );
  return (
    <section className="campaign-audience" aria-label={t('campaigns.tab.audience')}>
      <p className="quiet">{t('campaigns.audience.help')}</p>
      <table className="plain-table">
        <thead><tr><th scope="col">{t('column.campaign-targets.outcome')}</th><th scope="col" className="figures">{t('campaigns.customers')}</th><th scope="col" aria-hidden="true" /></tr></thead>
        <tbody>
          {row(t('campaigns.targets'), contacted, ['outcome.eq:in', 'held.eq:false'], 'in')}
          {row(t('campaigns.held'), held, ['outcome.eq:in', 'held.eq:true'], 'held')}
          {out.map(({ outcome, count }) => row(t(`option.campaign-targets.outcome.${outcome as 'closed'}`), count, [`outcome.eq:${outcome}`], outcome))}
        </tbody>
        <tfoot>{row(t('campaigns.looked'), looked, [], 'all')}</tfoot>
      </table>
    </section>
  );
}
