import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { campaignQuery, steerCampaign, submitCampaign, type Campaign, type Steering } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { When } from '../../components/When.tsx';
import { formatCount } from '../../format/figures.ts';
import { AudienceTab } from './AudienceTab.tsx';
import { State } from './CampaignsPage.tsx';
import { CostsTab } from './CostsTab.tsx';
import { DryRunTab } from './DryRunTab.tsx';
import { PlanTab } from './PlanTab.tsx';
import { ProgressTab } from './ProgressTab.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { ResultsTab } from './ResultsTab.tsx';
import './campaigns.css';

/** One campaign: what is planned, whom it reaches, how far it is and what it brings. */
export function CampaignPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({ ...campaignQuery(id), refetchInterval: ({ state }) => (state.data?.state === 'freezing' || state.data?.state === 'running' ? 3_000 : false) });
  useTitle(data?.name ?? '');
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} page />;
  return data === undefined ? <PageSkeleton /> : <Page campaign={data} />;
}

function Page({ campaign }: { campaign: Campaign }) {
  const { t, i18n } = useTranslation();
  const frozen = campaign.frozenAt !== null;
  return (
    <>
      <RecordFrame
        title={campaign.name}
        shortName={campaign.name}
        number={campaign.id}
        address={`/campaigns/${campaign.id}`}
        list="campaigns"
        listAddress="/campaigns"
        notice={
          campaign.state === 'freezing' ? <Alert type="info" showIcon title={t('campaigns.freezing', { count: campaign.looked, figure: formatCount(campaign.looked, i18n.language) })} />
            : campaign.problem !== '' && <Alert type="warning" showIcon title={t(`campaigns.problem.${campaign.problem as 'segments'}`)} />
        }
        tags={<State state={campaign.state} />}
        actions={campaign.mayEdit && <Acts campaign={campaign} />}
        facts={[
          { name: t('column.campaigns.unit'), value: campaign.unitName },
          { name: t('column.campaigns.owner'), value: campaign.ownerName },
          { name: t('campaigns.days'), value: <span className="figures">{campaign.fromDay ?? '…'} – {campaign.toDay ?? '…'}</span> },
          ...(campaign.startedAt === null ? [] : [{ name: t('column.campaigns.startedAt'), value: <When at={campaign.startedAt} /> }]),
          { name: t('field.changedAt'), value: <When at={campaign.changedAt} /> },
        ]}
        tabs={[
          { key: 'plan', label: t('campaigns.tab.plan'), content: <PlanTab key={campaign.version} campaign={campaign} /> },
          ...(frozen ? [{ key: 'audience', label: t('campaigns.tab.audience'), content: <AudienceTab campaign={campaign} /> }] : []),
          ...(frozen && campaign.mayEdit && campaign.startedAt === null ? [{ key: 'dry-run', label: t('campaigns.tab.dryRun'), content: <DryRunTab campaign={campaign} /> }] : []),
          ...(campaign.startedAt === null
            ? []
            : [
                { key: 'progress', label: t('campaigns.tab.progress'), content: <ProgressTab campaign={campaign} /> },
                { key: 'results', label: t('campaigns.tab.results'), content: <ResultsTab campaign={campaign} /> },
              ]),
          { key: 'costs', label: t('campaigns.tab.costs'), content: <CostsTab key={campaign.version} campaign={campaign} /> },
        ]}
      />
      <Watermark />
    </>
  );
}

/** What can be done with it now; what ends it asks why. */
function Acts({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [stopping, setStopping] = useState(false);
  const after = { onSettled: () => client.invalidateQueries({ queryKey: ['campaigns', campaign.id] }) };
  const submit = useMutation({ mutationFn: () => submitCampaign(campaign.id), ...after });
  const steer = useMutation({ mutationFn: ({ act, reason }: { act: Steering; reason: string }) => steerCampaign(campaign.id, act, reason), ...after, onSuccess: () => setStopping(false) });
  const { state } = campaign;
  const error = submit.error ?? (stopping ? null : steer.error);
  const button = (act: Steering, label: string, primary: boolean) => (
    <Button size="small" type={primary ? 'primary' : 'default'} loading={steer.isPending} onClick={() => steer.mutate({ act, reason: '' })}>{label}</Button>
  );
  return (
    <>
      {error !== null && <Problem error={error} />}
      {state === 'draft' && <Button size="small" type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>{t('campaigns.submit')}</Button>}
      {state === 'approved' && button('start', t('campaigns.start'), true)}
      {state === 'paused' && button('start', t('campaigns.resume'), true)}
      {state === 'running' && button('pause', t('campaigns.pause'), false)}
      {['submitted', 'approved', 'running', 'paused'].includes(state) && <Button size="small" danger onClick={() => setStopping(true)}>{t('campaigns.stop')}</Button>}
      {stopping && <ReasonDialog title={t('campaigns.stop')} help={t('campaigns.stop.help')} pending={steer.isPending} error={steer.error} onOk={(reason) => steer.mutate({ act: 'stop', reason })} onClose={() => setStopping(false)} />}
    </>
  );
}
