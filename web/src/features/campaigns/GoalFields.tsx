import { InputNumber, Select } from 'antd';
import type { CampaignPlan } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';
import { Yuan } from '../../components/Yuan.tsx';

type Goal = CampaignPlan['goal'];

const kinds = ['response', 'holding', 'balance', 'opportunity'] as const;
export const responses = ['interested', 'answered', 'opened', 'not-interested', 'wrong-contact', 'complaint'] as const;
export const holdings = ['deposit', 'loan', 'wealth', 'card', 'agency', 'channel'] as const;

/** What counts as success, and for how many. */
export function GoalFields({ goal, editable, onChange }: { goal: Goal; editable: boolean; onChange: (goal: Goal) => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const first = { response: 'interested', holding: 'deposit', balance: '', opportunity: '' } as const;
  return (
    <>
      <label className="plan-field">{t('campaigns.goal')}<Select size="small" disabled={!editable} value={goal.kind} options={kinds.map((kind) => ({ value: kind, label: t(`campaigns.goal.${kind}`) }))} onChange={(kind: string) => onChange({ ...goal, kind, value: first[kind as 'response'], amount: kind === 'balance' ? 1_000_000 : 0 })} /></label>
      {goal.kind === 'response' && <label className="plan-field">{t('campaigns.goal.which')}<Select size="small" disabled={!editable} value={goal.value} options={responses.slice(0, 3).map((each) => ({ value: each, label: t(`option.campaign-targets.response.${each}`) }))} onChange={(value) => onChange({ ...goal, value })} /></label>}
      {goal.kind === 'holding' && <label className="plan-field">{t('campaigns.goal.which')}<Select size="small" disabled={!editable} value={goal.value} options={holdings.map((each) => ({ value: each, label: names.holding(each) }))} onChange={(value) => onChange({ ...goal, value })} /></label>}
      {goal.kind === 'balance' && <label className="plan-field">{t('campaigns.goal.amount')}<Yuan label={t('campaigns.goal.amount')} disabled={!editable} cents={goal.amount} onChange={(amount) => onChange({ ...goal, amount })} /></label>}
      <label className="plan-field">{t('campaigns.goal.target')}<InputNumber size="small" min={0} precision={0} disabled={!editable} value={goal.target} onChange={(target) => onChange({ ...goal, target: target ?? 0 })} /></label>
    </>
  );
}
