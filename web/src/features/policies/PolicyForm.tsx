import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Switch } from 'antd';
import { useDeferredValue, useState } from 'react';
import { policiesQuery, setPolicy, type Policy, type PolicyOf } from '../../api/care.ts';
import type { PoolRule } from '../../api/pool.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { Yuan } from '../../components/Yuan.tsx';
import { formatCount } from '../../format/figures.ts';

const kinds = ['birthday', 'deposit-due', 'loan-due', 'document-expiry', 'outflow', 'dormant', 'pool-return'] as const;

/** The rules of one legal entity, with what they would change before they are kept. */
export function PolicyForm({ policy }: { policy: PolicyOf }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const [rules, setRules] = useState<Policy>(policy.rules);
  const asked = useDeferredValue(rules);
  const preview = useQuery({
    queryKey: [...policiesQuery.queryKey, policy.entity, asked],
    queryFn: () => setPolicy(policy.entity, asked, true),
    placeholderData: (before) => before,
    retry: false,
  });
  const save = useMutation({
    mutationFn: () => setPolicy(policy.entity, rules, false),
    onSuccess: () => client.invalidateQueries({ queryKey: policiesQuery.queryKey, exact: true }),
  });
  const change = (part: Partial<Policy>) => setRules((before) => ({ ...before, ...part }));
  const count = (tier: string) => preview.data?.find((each) => each.tier === tier);
  const changed = JSON.stringify(rules) !== JSON.stringify(policy.rules);
  return (
    <>
      <section aria-label={t('policies.tiers')}>
        <h2>{t('policies.tiers')}</h2>
        <p className="quiet">{t('policies.tiers.help')}</p>
        <table className="plain-table policy-tiers">
          <thead>
            <tr>
              <th scope="col">{t('column.customers.tier')}</th>
              <th scope="col">{t('policies.from')}</th>
              <th scope="col" className="figures">{t('policies.now')}</th>
              <th scope="col" className="figures">{t('policies.then')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.tiers.map((step, i) => (
              <tr key={step.tier} data-tier={step.tier}>
                <th scope="row">{names.tier(step.tier)}</th>
                <td>
                  {i === rules.tiers.length - 1
                    ? <span className="quiet">{t('policies.rest')}</span>
                    : <Yuan label={names.tier(step.tier)} cents={step.from} onChange={(from) => change({ tiers: rules.tiers.map((each) => (each === step ? { ...each, from } : each)) })} />}
                </td>
                <td className="figures">{formatCount(count(step.tier)?.now ?? 0, i18n.language)}</td>
                <td className="figures">{formatCount(count(step.tier)?.then ?? 0, i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section aria-label={t('policies.warnings')}>
        <h2>{t('policies.warnings')}</h2>
        <ul className="policy-kinds">
          {kinds.map((kind) => (
            <li key={kind} data-kind={kind}>
              <Switch
                size="small"
                aria-label={names.reminder(kind)}
                checked={!rules.silent.includes(kind)}
                onChange={(on) => change({ silent: on ? rules.silent.filter((each) => each !== kind) : [...rules.silent, kind] })}
              />
              <span>{names.reminder(kind)}</span>
              <span className="quiet">{t(`policies.when.${kind}`)}</span>
              {kind === 'outflow' && (
                <span className="policy-values">
                  <Yuan label={t('policies.outflowFrom')} cents={rules.outflowFrom} onChange={(outflowFrom) => change({ outflowFrom })} />
                  <InputNumber size="small" className="policy-small" aria-label={t('policies.outflowShare')} min={1} max={100} precision={0} suffix="%" value={rules.outflowShare} onChange={(value) => change({ outflowShare: value ?? 1 })} />
                </span>
              )}
              {kind === 'dormant' && (
                <span className="policy-values">
                  <InputNumber size="small" className="policy-small" aria-label={t('policies.dormantDays')} min={1} max={3650} precision={0} suffix={t('policies.days')} value={rules.dormantDays} onChange={(value) => change({ dormantDays: value ?? 1 })} />
                  <Yuan label={t('policies.dormantFrom')} cents={rules.dormantFrom} onChange={(dormantFrom) => change({ dormantFrom })} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <PoolFields rule={rules.pool} onChange={(pool) => change({ pool })} />
      <ContactFields rule={rules.contacts} onChange={(contacts) => change({ contacts })} />
      {(save.error ?? preview.error) !== null && <Problem error={save.error ?? preview.error ?? new Error('unknown')} />}
      <div className="policy-acts">
        <Button type="primary" disabled={!changed || preview.isError} loading={save.isPending} onClick={() => save.mutate()}>{t('policies.save')}</Button>
        {changed && <Button onClick={() => setRules(policy.rules)}>{t('policies.reset')}</Button>}
      </div>
    </>
  );
}

const poolFigures = ['claimsPerDay', 'mostCustomers', 'returnDays', 'restDays'] as const;

/** Whether managers take customers who are nobody's, and within which limits. */
function PoolFields({ rule, onChange }: { rule: PoolRule; onChange: (rule: PoolRule) => void }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('nav.pool')}>
      <h2>{t('nav.pool')}</h2>
      <ul className="policy-kinds">
        <li>
          <Switch size="small" aria-label={t('policies.pool.open')} checked={rule.open} onChange={(open) => onChange({ ...rule, open })} />
          <span>{t('policies.pool.open')}</span>
          <span className="quiet">{t('policies.pool.help')}</span>
        </li>
        {poolFigures.map((each) => (
          <li key={each}>
            <span className="policy-values">
              <InputNumber size="small" className="policy-small" aria-label={t(`policies.pool.${each}`)} min={each === 'returnDays' || each === 'restDays' ? 0 : 1} max={100_000} precision={0} disabled={!rule.open} value={rule[each]} onChange={(value) => onChange({ ...rule, [each]: value ?? 0 })} />
            </span>
            <span>{t(`policies.pool.${each}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const contactFigures = [['days', 1, 3650], ['messages', 0, 1000], ['talks', 0, 1000]] as const;

/** How often all campaigns together contact a customer. */
function ContactFields({ rule, onChange }: { rule: Policy['contacts']; onChange: (rule: Policy['contacts']) => void }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('policies.contacts')}>
      <h2>{t('policies.contacts')}</h2>
      <p className="quiet">{t('policies.contacts.help')}</p>
      <ul className="policy-kinds">
        {contactFigures.map(([each, min, max]) => (
          <li key={each}>
            <span className="policy-values">
              <InputNumber size="small" className="policy-small" aria-label={t(`policies.contacts.${each}`)} min={min} max={max} precision={0} value={rule[each]} onChange={(value) => onChange({ ...rule, [each]: value ?? min })} />
            </span>
            <span>{t(`policies.contacts.${each}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
