import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { campaignQuery, faultsQuery, saveCampaign, type Campaign, type CampaignPlan } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { ProductSelect } from '../../components/ProductSelect.tsx';
import { AudienceFields } from './AudienceFields.tsx';
import { GoalFields } from './GoalFields.tsx';
import { Steps } from './Steps.tsx';

const purposes = ['marketing', 'care', 'survey'] as const;

/** What is planned. A draft is changed here; afterwards it is what somebody approved. */
export function PlanTab({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [plan, setPlan] = useState<CampaignPlan>(campaign.plan);
  const [about, setAbout] = useState({ name: campaign.name, product: campaign.product, fromDay: campaign.fromDay, toDay: campaign.toDay });
  const editable = campaign.mayEdit && campaign.state === 'draft';
  const faults = useQuery({ ...faultsQuery(campaign.id), enabled: editable }).data ?? [];
  const save = useMutation({
    mutationFn: () => saveCampaign(campaign.id, { ...about, plan, version: campaign.version }),
    onSuccess: async (saved) => {
      client.setQueryData(campaignQuery(campaign.id).queryKey, saved);
      await client.invalidateQueries({ queryKey: faultsQuery(campaign.id).queryKey });
    },
  });
  const change = (part: Partial<CampaignPlan>) => setPlan((before) => ({ ...before, ...part }));
  const changed = plan !== campaign.plan || about.name !== campaign.name || about.product !== campaign.product || about.fromDay !== campaign.fromDay || about.toDay !== campaign.toDay;
  const day = (label: string, value: string | null, onChange: (day: string | null) => void) => (
    <label className="plan-field">{label}<DatePicker size="small" aria-label={label} disabled={!editable} value={value === null ? null : dayjs(value)} onChange={(at) => onChange(at?.format('YYYY-MM-DD') ?? null)} /></label>
  );
  return (
    <div className="campaign-plan">
      {editable && faults.length > 0 && !changed && (
        <section className="campaign-faults" aria-label={t('campaigns.faults')}>
          <b>{t('campaigns.faults')}</b>
          <ul>{faults.map((each) => <li key={`${each.step}/${each.problem}`}>{each.step > 0 && `${t('campaigns.step', { number: each.step })}: `}{t(`campaigns.fault.${each.problem as 'audience'}`)}</li>)}</ul>
        </section>
      )}
      <section className="plan-fields" aria-label={t('campaigns.about')}>
        <label className="plan-field plan-wide">{t('column.campaigns.name')}<Input size="small" disabled={!editable} value={about.name} maxLength={60} onChange={(event) => setAbout({ ...about, name: event.target.value })} /></label>
        <label className="plan-field">{t('column.campaigns.product')}<ProductSelect small label={t('column.campaigns.product')} disabled={!editable} value={about.product} onChange={(product) => setAbout({ ...about, product })} /></label>
        {day(t('campaigns.from'), about.fromDay, (fromDay) => setAbout({ ...about, fromDay }))}
        {day(t('campaigns.to'), about.toDay, (toDay) => setAbout({ ...about, toDay }))}
        <label className="plan-field">{t('campaigns.purpose')}<Select size="small" disabled={!editable} value={plan.purpose} options={purposes.map((each) => ({ value: each, label: t(`consentPurpose.${each}`) }))} onChange={(purpose) => change({ purpose })} /></label>
        <label className="plan-field">{t('campaigns.language')}<Select size="small" disabled={!editable} value={plan.language} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} onChange={(language) => change({ language })} /></label>
        <GoalFields goal={plan.goal} editable={editable} onChange={(goal) => change({ goal })} />
      </section>
      <h2>{t('campaigns.tab.audience')}</h2>
      <section className="plan-fields" aria-label={t('campaigns.tab.audience')}>
        <AudienceFields audience={plan.audience} editable={editable} onChange={(audience) => change({ audience })} />
        <label className="plan-field">{t('campaigns.holdOut')}<InputNumber size="small" min={0} max={90} precision={0} suffix="%" disabled={!editable} value={plan.holdOut} onChange={(holdOut) => change({ holdOut: holdOut ?? 0 })} /></label>
        <label className="plan-field">{t('campaigns.tasksPerDay')}<InputNumber size="small" min={1} max={500} precision={0} disabled={!editable} value={plan.tasksPerDay} onChange={(tasksPerDay) => change({ tasksPerDay: tasksPerDay ?? 1 })} /></label>
      </section>
      <h2>{t('campaigns.steps')}</h2>
      <Steps plan={plan} faults={faults} editable={editable} onChange={setPlan} />
      {save.error !== null && <Problem error={save.error} />}
      {editable && (
        <p className="plan-acts">
          <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => save.mutate()}>{t('campaigns.save')}</Button>
          {changed && <Button onClick={() => { setPlan(campaign.plan); setAbout({ name: campaign.name, product: campaign.product, fromDay: campaign.fromDay, toDay: campaign.toDay }); }}>{t('policies.reset')}</Button>}
        </p>
      )}
    </div>
  );
}
