import { Button, Dropdown } from 'antd';
import type { CampaignPlan, PlanFault } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { stepKinds, withChangedStep, withoutStep, withStep, type StepKind } from './campaign.ts';
import { StepCard } from './StepCard.tsx';

interface Props {
  plan: CampaignPlan;
  faults: readonly PlanFault[];
  editable: boolean;
  onChange: (plan: CampaignPlan) => void;
}

/** The way of a target, from the first step on; where it goes next stands in each. */
export function Steps({ plan, faults, editable, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <section className="campaign-steps" aria-label={t('campaigns.steps')}>
      {plan.steps.length === 0 && <Nothing title={t('campaigns.steps.none')} help={t('campaigns.steps.none.help')} />}
      <ol>
        {plan.steps.map((step) => (
          <StepCard
            key={step.id}
            step={step}
            plan={plan}
            faults={faults.filter((each) => each.step === step.id)}
            editable={editable}
            onChange={(part) => onChange(withChangedStep(plan, step.id, part))}
            onRemove={() => onChange(withoutStep(plan, step.id))}
          />
        ))}
      </ol>
      {editable && (
        <Dropdown trigger={['click']} menu={{ items: stepKinds.map((kind) => ({ key: kind, label: t(`campaigns.kind.${kind}`) })), onClick: ({ key }) => onChange(withStep(plan, key as StepKind)) }}>
          <Button size="small">{t('campaigns.steps.add')}</Button>
        </Dropdown>
      )}
    </section>
  );
}
