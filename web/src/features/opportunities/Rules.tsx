import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { nameIn, rulesQuery, type OpportunityRule, type Pipeline } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount, formatSum } from '../../format/figures.ts';
import { RuleDialog } from './RuleDialog.tsx';

/** Rules of a legal entity that open opportunities by themselves. */
export function Rules({ entity, pipelines }: { entity: string; pipelines: readonly Pipeline[] }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState<OpportunityRule | 'new' | null>(null);
  const rules = (useQuery(rulesQuery).data ?? []).filter((each) => each.entity === entity);
  const nameOf = (code: string) => {
    const found = pipelines.find((each) => each.code === code);
    return found === undefined ? code : nameIn(found, i18n.language);
  };
  return (
    <section aria-label={t('opportunities.rules')}>
      <h2>{t('opportunities.rules')}</h2>
      <p className="quiet">{t('opportunities.rules.help')}</p>
      {rules.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('opportunities.rules')}>
          <table className="plain-table">
            <thead><tr><th scope="col">{t('opportunities.rule.name')}</th><th scope="col">{t('opportunities.rule.kind')}</th><th scope="col">{t('opportunities.pipeline')}</th><th scope="col" className="right">{t('opportunities.rule.opened')}</th><th scope="col">{t('field.status')}</th></tr></thead>
            <tbody>
              {rules.map((rule) => (
                <tr key={rule.id}>
                  <th scope="row"><button type="button" className="opp-down" onClick={() => setOpen(rule)}>{rule.name}</button></th>
                  <td>{t(`opportunities.rule.${rule.kind}.sentence`, { days: rule.figures.days, from: formatSum(rule.figures.from, i18n.language), percent: rule.figures.percent })}</td>
                  <td>{nameOf(rule.pipeline)}</td>
                  <td className="right figures">{formatCount(rule.opened, i18n.language)}</td>
                  <td>{t(rule.state === 'open' ? 'opportunities.rule.on' : 'opportunities.rule.off')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="opp-bar"><Button onClick={() => setOpen('new')}>{t('opportunities.rule.add')}</Button></div>
      {open !== null && <RuleDialog key={open === 'new' ? 'new' : open.id} entity={entity} pipelines={pipelines} known={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}
