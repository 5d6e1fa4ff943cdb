import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { campaignNamesQuery, comparisonQuery } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { formatCount, formatMoney, formatShare } from '../../format/figures.ts';
import { targetsAddress } from './AudienceTab.tsx';
import { average, share } from './campaign.ts';
import { State } from './CampaignsPage.tsx';
import './campaigns.css';

/** Campaigns side by side; which ones is in the address. */
export function ComparePage() {
  const { t, i18n } = useTranslation();
  useTitle(t('campaigns.compare'));
  const [address, setAddress] = useSearchParams();
  const chosen = address.getAll('campaign');
  const all = useQuery(campaignNamesQuery).data ?? [];
  const { data, error, refetch } = useQuery(comparisonQuery(chosen));
  const count = (value: number) => formatCount(value, i18n.language);
  const rate = (part: number, of: number) => formatShare(share(part, of), i18n.language);
  const money = (cents: number | null) => (cents === null ? '–' : formatMoney(cents, i18n.language));
  return (
    <div className="list-page">
      <div className="page-head"><h1>{t('campaigns.compare')}</h1></div>
      <Select className="campaign-choice" mode="multiple" maxCount={10} aria-label={t('campaigns.compare.which')} placeholder={t('campaigns.compare.which')} showSearch={{ optionFilterProp: 'label' }} value={chosen} options={all.map((each) => ({ value: each.id, label: each.name }))} onChange={(ids: string[]) => setAddress(ids.map((id): [string, string] => ['campaign', id]), { replace: true })} />
      {chosen.length === 0 ? <Nothing title={t('campaigns.compare.none')} help={t('campaigns.compare.none.help')} />
        : error !== null ? <Problem error={error} onRetry={() => void refetch()} />
        : data === undefined ? <PageSkeleton rows={4} />
        : (
          <div className="campaign-wide">
            <table className="plain-table">
              <thead><tr>{(['name', 'targets', 'contacted', 'responded', 'won', 'rate', 'heldRate', 'gainedEach', 'heldGainedEach', 'costEach'] as const).map((each) => <th key={each} scope="col" className={each === 'name' ? undefined : 'figures'}>{t(`campaigns.compare.${each}`)}</th>)}</tr></thead>
              <tbody>
                {data.map(({ id, name, state, targets, heldOut, spent }) => (
                  <tr key={id} data-campaign={id}>
                    <th scope="row"><Link to={`/campaigns/${id}?tab=results`}>{name}</Link> <State state={state} /></th>
                    <td className="figures"><Link to={targetsAddress(id, 'outcome.eq:in', 'held.eq:false')}>{count(targets.customers)}</Link></td>
                    <td className="figures">{count(targets.contacted)}</td>
                    <td className="figures">{count(targets.responded)}</td>
                    <td className="figures"><Link to={targetsAddress(id, 'outcome.eq:in', 'held.eq:false', 'wonAt.notEmpty')}>{count(targets.won)}</Link></td>
                    <td className="figures">{rate(targets.won, targets.customers)}</td>
                    <td className="figures">{rate(heldOut.won, heldOut.customers)}</td>
                    <td className="figures">{money(average(targets.gained, targets.customers))}</td>
                    <td className="figures">{money(average(heldOut.gained, heldOut.customers))}</td>
                    <td className="figures">{spent === 0 ? '–' : money(average(spent, targets.won))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
    </div>
  );
}
