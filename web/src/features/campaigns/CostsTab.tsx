import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { campaignQuery, saveCampaign, type Campaign, type CostLine } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { Problem } from '../../components/Problem.tsx';
import { Yuan } from '../../components/Yuan.tsx';
import { useFigures } from './useFigures.tsx';

/** What a campaign costs, planned and spent; it goes on being written while it runs. */
export function CostsTab({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const { money } = useFigures();
  const client = useQueryClient();
  const [lines, setLines] = useState<readonly CostLine[]>(campaign.costs);
  const save = useMutation({
    mutationFn: () => saveCampaign(campaign.id, { costs: [...lines], version: campaign.version }),
    onSuccess: (saved) => client.setQueryData(campaignQuery(campaign.id).queryKey, saved),
  });
  const change = (at: number, part: Partial<CostLine>) => setLines(lines.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const sum = (of: 'planned' | 'spent') => money(lines.reduce((all, each) => all + each[of], 0));
  return (
    <section className="campaign-costs" aria-label={t('campaigns.tab.costs')}>
      {lines.length === 0 ? <Nothing title={t('campaigns.costs.none')} help={t('campaigns.costs.none.help')} /> : (
        <table className="plain-table">
          <thead><tr><th scope="col">{t('campaigns.costs.what')}</th><th scope="col" className="figures">{t('campaigns.costs.planned')}</th><th scope="col" className="figures">{t('campaigns.costs.spent')}</th><th aria-hidden="true" /></tr></thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={at}>
                <td><Input size="small" aria-label={t('campaigns.costs.what')} disabled={!campaign.mayEdit} value={line.what} maxLength={60} onChange={(event) => change(at, { what: event.target.value })} /></td>
                <td className="figures"><Yuan label={t('campaigns.costs.planned')} disabled={!campaign.mayEdit} cents={line.planned} onChange={(planned) => change(at, { planned })} /></td>
                <td className="figures"><Yuan label={t('campaigns.costs.spent')} disabled={!campaign.mayEdit} cents={line.spent} onChange={(spent) => change(at, { spent })} /></td>
                <td>{campaign.mayEdit && <Button size="small" aria-label={t('campaigns.costs.remove', { name: line.what })} onClick={() => setLines(lines.filter((_, i) => i !== at))}>×</Button>}</td>
              </tr>
            ))}
          </tbody>
          <tfoot><tr><th scope="row">{t('campaigns.costs.sum')}</th><td className="figures">{sum('planned')}</td><td className="figures">{sum('spent')}</td><td /></tr></tfoot>
        </table>
      )}
      {save.error !== null && <Problem error={save.error} />}
      {campaign.mayEdit && (
        <p className="record-actions">
          <Button size="small" onClick={() => setLines([...lines, { what: '', planned: 0, spent: 0 }])}>{t('campaigns.costs.add')}</Button>
          {lines !== campaign.costs && <Button size="small" type="primary" loading={save.isPending} onClick={() => save.mutate()}>{t('campaigns.save')}</Button>}
        </p>
      )}
    </section>
  );
}
