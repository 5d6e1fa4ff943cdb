import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { publishedQuery, type CampaignPlan, type CampaignStep, type PlanFault, type StepText } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { ConditionFields } from './ConditionFields.tsx';

interface Props {
  step: CampaignStep;
  plan: CampaignPlan;
  faults: readonly PlanFault[];
  editable: boolean;
  onChange: (part: Partial<CampaignStep>) => void;
  onRemove: () => void;
}

/** One step: what happens, what is said in both languages, and where the target goes next. */
export function StepCard({ step, plan, faults, editable, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const heading = `${t('campaigns.step', { number: step.id })} · ${t(`campaigns.kind.${step.kind as 'task'}`)}`;
  const channels = step.kind === 'questionnaire' ? ['sms', 'email'] as const : ['', 'phone', 'visit', 'wechat'] as const;
  const next = (label: string, value: number, set: (to: number) => void) => (
    <label className="plan-field">{label}
      <Select size="small" disabled={!editable} value={value} options={[{ value: 0, label: t('campaigns.end') }, ...plan.steps.filter((each) => each.id !== step.id).map((each) => ({ value: each.id, label: `${each.id} · ${t(`campaigns.kind.${each.kind as 'task'}`)}` }))]} onChange={set} />
    </label>
  );
  return (
    <li className="campaign-step" data-kind={step.kind} data-step={step.id} aria-label={heading}>
      <header><b>{heading}</b>{editable && <Button size="small" aria-label={t('campaigns.steps.remove', { number: step.id })} onClick={onRemove}>×</Button>}</header>
      {faults.length > 0 && <p className="campaign-fault">{faults.map((each) => t(`campaigns.fault.${each.problem as 'audience'}`)).join(t('list.separator'))}</p>}
      {step.title && <Texts label={t(step.kind === 'mail' ? 'campaigns.subject' : 'campaigns.title')} text={step.title} rows={1} editable={editable} onChange={(title) => onChange({ title })} />}
      {step.text && <Texts label={t(step.kind === 'task' ? 'campaigns.script' : 'campaigns.text')} text={step.text} rows={3} editable={editable} onChange={(text) => onChange({ text })} />}
      {step.text && editable && <p className="quiet">{t('campaigns.placeholders')}</p>}
      <div className="plan-fields">
        {(step.kind === 'task' || step.kind === 'list' || step.kind === 'questionnaire') && (
          <label className="plan-field">{t('campaigns.channel')}<Select size="small" disabled={!editable} value={step.channel} options={channels.map((each) => ({ value: each, label: each === '' ? t('campaigns.channel.any') : t(`consentChannel.${each}`) }))} onChange={(channel) => onChange({ channel })} /></label>
        )}
        {(step.kind === 'questionnaire' || step.kind === 'qr') && <Questionnaire step={step} editable={editable} onChange={onChange} />}
        {(step.kind === 'qr' || step.kind === 'mail' || step.kind === 'sms') && <label className="plan-field plan-wide">{t('campaigns.link')}<Input size="small" disabled={!editable} placeholder="https://" value={step.link} onChange={(event) => onChange({ link: event.target.value })} /></label>}
        {step.kind === 'task' && <label className="plan-field">{t('campaigns.dueIn')}<InputNumber size="small" min={0} max={365} precision={0} suffix={t('policies.days')} disabled={!editable} value={step.days} onChange={(days) => onChange({ days: days ?? 0 })} /></label>}
        {step.kind === 'wait' && (
          <>
            <label className="plan-field">{t('campaigns.wait')}<InputNumber size="small" min={1} max={365} precision={0} suffix={t('policies.days')} disabled={!editable || step.until !== ''} value={step.until === '' ? step.days : null} onChange={(days) => onChange({ days: days ?? 1 })} /></label>
            <label className="plan-field">{t('campaigns.until')}<DatePicker size="small" disabled={!editable} value={step.until === '' ? null : dayjs(step.until)} onChange={(at) => onChange({ until: at?.format('YYYY-MM-DD') ?? '', days: at === null ? 3 : 0 })} /></label>
          </>
        )}
        {step.kind === 'branch' && step.if && <ConditionFields condition={step.if} plan={plan} editable={editable} onChange={(asked) => onChange({ if: asked })} />}
        {next(t(step.kind === 'branch' ? 'campaigns.next.holds' : 'campaigns.next'), step.next, (to) => onChange({ next: to }))}
        {step.kind === 'branch' && next(t('campaigns.next.otherwise'), step.otherwise, (to) => onChange({ otherwise: to }))}
      </div>
    </li>
  );
}

/** A text in both languages, side by side where there is room. */
function Texts({ label, text, rows, editable, onChange }: { label: string; text: StepText; rows: number; editable: boolean; onChange: (text: StepText) => void }) {
  const area = (language: string, of: 'zh' | 'en') => (
    <label className="plan-field">{`${label} · ${language}`}<Input.TextArea size="small" lang={of} rows={rows} disabled={!editable} value={text[of]} onChange={(event) => onChange({ ...text, [of]: event.target.value })} /></label>
  );
  return <div className="campaign-texts">{area('中文', 'zh')}{area('English', 'en')}</div>;
}

function Questionnaire({ step, editable, onChange }: Pick<Props, 'step' | 'editable' | 'onChange'>) {
  const { t } = useTranslation();
  const published = useQuery(publishedQuery).data ?? [];
  return (
    <label className="plan-field plan-wide">{t('campaigns.questionnaire')}
      <Select size="small" allowClear={step.kind === 'qr'} disabled={!editable} value={step.questionnaire === 0 ? null : step.questionnaire} options={published.map((each) => ({ value: Number(each.id), label: each.title }))} onChange={(questionnaire: number | null) => onChange({ questionnaire: questionnaire ?? 0 })} />
    </label>
  );
}
