import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { rulesQuery, setRules, type AnswerRule, type AnswerRules } from '../../api/answers.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { RuleFields } from './RuleFields.tsx';
import './answers.css';

/** What comes of complete answers to a questionnaire, in the province and in each legal entity for which one speaks. */
export function RulesTab({ questionnaire }: { questionnaire: number }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(rulesQuery(questionnaire));
  const [entity, setEntity] = useState<string | null>(null);
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton rows={4} />;
  const open = data.find((each) => each.entity === entity) ?? data.find((each) => each.rules.length > 0) ?? data[0];
  if (open === undefined) return <Nothing title={t('answerRules.none')} help={t('answerRules.none.help')} />;
  return (
    <section className="answer-rules" aria-label={t('answerRules.title')}>
      <p className="quiet">{t('answerRules.help')}</p>
      {data.length > 1 && (
        <Select
          size="small"
          aria-label={t('field.legalEntity')}
          value={open.entity}
          options={data.map((each) => ({ value: each.entity, label: each.entity === '' ? t('answerRules.province') : each.entityName }))}
          onChange={setEntity}
        />
      )}
      <Rules key={`${open.entity}/${open.version}`} questionnaire={questionnaire} kept={open} />
    </section>
  );
}

const fresh: AnswerRule = { if: '', then: { kind: 'task', title: '', days: 3, tier: null, pipeline: null, product: null, amount: null, tag: 0 } };

function Rules({ questionnaire, kept }: { questionnaire: number; kept: AnswerRules }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [rules, setOwn] = useState<readonly AnswerRule[]>(kept.rules);
  const save = useMutation({
    mutationFn: () => setRules(questionnaire, kept.entity, rules, kept.version),
    onSuccess: () => client.invalidateQueries({ queryKey: rulesQuery(questionnaire).queryKey }),
  });
  const changed = rules !== kept.rules;
  return (
    <>
      {rules.length === 0 && <Nothing title={t('answerRules.none')} help={t('answerRules.none.help')} />}
      <ol>
        {rules.map((rule, i) => (
          <RuleFields
            key={i}
            rule={rule}
            number={i + 1}
            editable={kept.editable}
            onChange={(next) => setOwn(rules.map((each, at) => (at === i ? next : each)))}
            onRemove={() => setOwn(rules.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      {save.error !== null && <Problem error={save.error} />}
      {kept.editable && (
        <p className="record-actions">
          <Button size="small" onClick={() => setOwn([...rules, fresh])}>{t('answerRules.add')}</Button>
          {changed && <Button size="small" type="primary" loading={save.isPending} onClick={() => save.mutate()}>{t('answerRules.save')}</Button>}
          {changed && <Button size="small" onClick={() => setOwn(kept.rules)}>{t('policies.reset')}</Button>}
        </p>
      )}
    </>
  );
}
