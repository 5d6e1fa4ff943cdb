import { useQuery } from '@tanstack/react-query';
import { dryRunQuery, type Campaign } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useFigures } from './useFigures.tsx';

/** What would happen if it began now and nobody responded: on which day how many, and what they would read. Nothing is sent. */
export function DryRunTab({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const { data, error, refetch } = useQuery(dryRunQuery(campaign.id));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton rows={6} />;
  const kind = (step: number, of: string) => `${step} · ${t(`campaigns.kind.${of as 'task'}`)}`;
  return (
    <section aria-label={t('campaigns.tab.dryRun')}>
      <p className="quiet">{t('campaigns.dryRun.help')}</p>
      <table className="plain-table">
        <thead><tr><th scope="col">{t('campaigns.steps')}</th><th scope="col">{t('campaigns.dryRun.day')}</th><th scope="col" className="figures">{t('campaigns.customers')}</th></tr></thead>
        <tbody>{data.counts.map((each) => <tr key={`${each.step}/${each.day ?? ''}`}><th scope="row">{kind(each.step, each.kind)}</th><td className="figures">{each.day ?? t('campaigns.dryRun.left')}</td><td className="figures">{count(each.count)}</td></tr>)}</tbody>
      </table>
      {data.samples.length > 0 && <h2>{t('campaigns.dryRun.samples')}</h2>}
      {data.samples.map((each) => (
        <blockquote key={each.step} className="campaign-sample">
          <p className="quiet">{kind(each.step, each.kind)}</p>
          {each.title !== '' && <b>{each.title}</b>}
          <p>{each.text}</p>
        </blockquote>
      ))}
    </section>
  );
}
