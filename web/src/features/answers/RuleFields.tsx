import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import type { AnswerAction, AnswerRule } from '../../api/answers.ts';
import { nameIn, pipelinesQuery } from '../../api/opportunities.ts';
import { tagsQuery } from '../../api/segments.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';

const kinds = ['task', 'opportunity', 'tier', 'tag', 'suitability'] as const;
const tiers = ['diamond', 'platinum', 'gold', 'silver'] as const;
const levels = ['C1', 'C2', 'C3', 'C4', 'C5'] as const;

interface RuleProps {
  rule: AnswerRule;
  /** Counted from 1, as people speak of it. */
  number: number;
  editable: boolean;
  onChange: (rule: AnswerRule) => void;
  onRemove: () => void;
}

/** When something is done, and what. */
export function RuleFields({ rule, number, editable, onChange, onRemove }: RuleProps) {
  const { t } = useTranslation();
  const then = (part: Partial<AnswerAction>) => onChange({ ...rule, then: { ...rule.then, ...part } });
  return (
    <li aria-label={t('answerRules.rule', { number })}>
      <span>{t('answerRules.if')}</span>
      <Input
        size="small"
        className="answer-rule-if"
        aria-label={t('answerRules.if.label')}
        placeholder={t('answerRules.always')}
        disabled={!editable}
        value={rule.if ?? ''}
        onChange={(event) => onChange({ ...rule, if: event.target.value })}
      />
      <span>{t('answerRules.then')}</span>
      <Select
        size="small"
        className="answer-rule-choice"
        aria-label={t('answerRules.then.label')}
        disabled={!editable}
        value={rule.then.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`answerRules.kind.${kind}`) }))}
        onChange={(kind: string) => then({ kind })}
      />
      <Action action={rule.then} editable={editable} onChange={then} />
      {editable && <Button size="small" aria-label={t('answerRules.remove', { number })} onClick={onRemove}>×</Button>}
    </li>
  );
}

function Action({ action, editable, onChange }: { action: AnswerAction; editable: boolean; onChange: (part: Partial<AnswerAction>) => void }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const tags = useQuery({ ...tagsQuery, enabled: action.kind === 'tag' }).data ?? [];
  const pipelines = useQuery({ ...pipelinesQuery, enabled: useMay()('opportunities.edit') && action.kind === 'opportunity' }).data?.pipelines ?? [];
  // A rule speaks of a pipeline by its code, which legal entities share.
  const codes = new Map(pipelines.filter(({ state }) => state === 'open').map((each) => [each.code, nameIn(each, i18n.language)]));
  return (
    <>
      {(action.kind === 'task' || action.kind === 'opportunity') && (
        <Input size="small" className="answer-rule-title" aria-label={t('answerRules.title.label')} placeholder={t('answerRules.title.label')} disabled={!editable} value={action.title ?? ''} onChange={(event) => onChange({ title: event.target.value })} />
      )}
      {action.kind === 'opportunity' && (
        <>
          <Select size="small" className="answer-rule-choice" aria-label={t('answerRules.pipeline')} placeholder={t('answerRules.pipeline')} disabled={!editable} value={action.pipeline} options={[...codes].map(([value, label]) => ({ value, label }))} onChange={(pipeline) => onChange({ pipeline })} />
          <Input size="small" className="answer-rule-choice" aria-label={t('answerRules.amount')} placeholder={t('answerRules.amount')} disabled={!editable} value={action.amount ?? ''} onChange={(event) => onChange({ amount: event.target.value })} />
        </>
      )}
      {action.kind === 'tier' && (
        <Select size="small" className="answer-rule-choice" aria-label={t('column.customers.tier')} placeholder={t('column.customers.tier')} disabled={!editable} value={action.tier} options={tiers.map((tier) => ({ value: tier, label: names.tier(tier) }))} onChange={(tier) => onChange({ tier })} />
      )}
      {action.kind === 'tag' && (
        <Select size="small" className="answer-rule-choice" aria-label={t('reviewed.tag')} placeholder={t('reviewed.tag')} disabled={!editable} value={action.tag === 0 ? null : action.tag} options={tags.map((tag) => ({ value: Number(tag.id), label: tag.name }))} onChange={(tag) => onChange({ tag: tag ?? 0 })} />
      )}
      {action.kind === 'suitability' && (
        <Select size="small" className="answer-rule-choice" aria-label={t('answerRules.level')} disabled={!editable} value={action.level ?? ''} options={[{ value: '', label: t('answerRules.level.band') }, ...levels.map((level) => ({ value: level, label: level }))]} onChange={(level) => onChange({ level })} />
      )}
      {(action.kind === 'task' || action.kind === 'tier' || action.kind === 'suitability') && (
        <InputNumber size="small" className="answer-rule-days" aria-label={t('answerRules.days')} min={0} max={action.kind === 'suitability' ? 365 : 3650} precision={0} suffix={t('policies.days')} disabled={!editable} value={action.days} onChange={(days) => onChange({ days: days ?? 0 })} />
      )}
    </>
  );
}
