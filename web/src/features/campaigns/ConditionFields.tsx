import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { CampaignPlan, StepCondition } from '../../api/campaigns.ts';
import { segmentsQuery } from '../../api/segments.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';
import { Yuan } from '../../components/Yuan.tsx';
import { holdings, responses } from './GoalFields.tsx';

const kinds = ['response', 'delivery', 'segment', 'holding', 'balance'] as const;
const messages = ['mail', 'sms', 'questionnaire', 'inapp'];

interface Props {
  condition: StepCondition;
  plan: CampaignPlan;
  editable: boolean;
  onChange: (condition: StepCondition) => void;
}

/** What a branch asks of a target when it comes there. */
export function ConditionFields({ condition, plan, editable, onChange }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const segments = useQuery({ ...segmentsQuery, enabled: condition.on === 'segment' }).data ?? [];
  const which = (options: { value: string; label: string }[]) => (
    <label className="plan-field">{t('campaigns.goal.which')}<Select size="small" disabled={!editable} value={condition.value} options={options} onChange={(value) => onChange({ ...condition, value })} /></label>
  );
  return (
    <>
      <label className="plan-field">{t('campaigns.if')}<Select size="small" disabled={!editable} value={condition.on} options={kinds.map((kind) => ({ value: kind, label: t(`campaigns.if.${kind}`) }))} onChange={(on: string) => onChange({ on, value: on === 'holding' ? 'deposit' : '', step: 0, amount: on === 'balance' ? 1_000_000 : 0 })} /></label>
      {condition.on === 'response' && which([{ value: '', label: t('campaigns.if.any') }, ...responses.map((each) => ({ value: each, label: t(`option.campaign-targets.response.${each}`) }))])}
      {condition.on === 'segment' && which(segments.map((each) => ({ value: each.id, label: each.name })))}
      {condition.on === 'holding' && which(holdings.map((each) => ({ value: each, label: names.holding(each) })))}
      {condition.on === 'delivery' && (
        <label className="plan-field">{t('campaigns.if.step')}<Select size="small" disabled={!editable} value={condition.step === 0 ? null : condition.step} options={plan.steps.filter((each) => messages.includes(each.kind)).map((each) => ({ value: each.id, label: `${each.id} · ${t(`campaigns.kind.${each.kind as 'sms'}`)}` }))} onChange={(step) => onChange({ ...condition, step: step ?? 0 })} /></label>
      )}
      {condition.on === 'balance' && <label className="plan-field">{t('campaigns.goal.amount')}<Yuan label={t('campaigns.goal.amount')} disabled={!editable} cents={condition.amount} onChange={(amount) => onChange({ ...condition, amount })} /></label>}
    </>
  );
}
