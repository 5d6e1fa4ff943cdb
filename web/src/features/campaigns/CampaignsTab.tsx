import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { campaignsOfQuery } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { State } from './CampaignsPage.tsx';
import { Panel } from './TargetPanel.tsx';
import './campaigns.css';

/** The campaigns in which a customer is, with what was done and what came back. */
export function CampaignsTab({ number }: { number: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(campaignsOfQuery(number));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton rows={4} />;
  if (data.length === 0) return <Nothing title={t('campaigns.ofNone')} help={t('campaigns.ofNone.help')} />;
  return (
    <>
      {data.map((target) => (
        <section key={target.id} className="campaign-of" aria-label={target.campaignName}>
          <h2><Link to={`/campaigns/${target.campaign}`}>{target.campaignName}</Link> <State state={target.campaignState} /></h2>
          <Panel target={target} />
        </section>
      ))}
    </>
  );
}
