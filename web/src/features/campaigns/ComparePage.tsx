import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { campaignNamesQuery, comparisonQuery } from '../../api/campaigns.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { State } from './CampaignsPage.tsx';
import { useFigures } from './useFigures.tsx';
import './campaigns.css';

/** Campaigns side by side; which ones is in the address. */
export function ComparePage() {
  const { t } = useTranslation();
  const { count, rate, each, open } = useFigures();
  useTitle(t('campaigns.compare'));
  const [address, setAddress] = useSearchParams();
  const chosen = address.getAll('campaign');
  const all = useQuery(campaignNamesQuery).data ?? [];
  const { data, error, refetch } = useQuery(comparisonQuery(chosen));
  return (
    <div className="list-page">
      <div className="page-head"><h1>{t('campaigns.compare')}</h1></div>
      <Select className="campaign-choice" mode="multiple" maxCount={10} aria-label={t('campaigns.compare.which')} placeholder={t('campaigns.compare.which')} showSearch={{ optionFilterProp: 'label' }} value={chosen} options={all.map(({ id, name }) => ({ value: id, label: name }))} onChange={(ids: string[]) => setAddress(ids.map((id): [string, string] => ['campaign', id]), { replace: true })} />
      {chosen.length === 0 ? <Nothing title={t('campaigns.compare.none')} help={t('campaigns.compare.none.help')} />
        : error !== null ? <Problem error={error} onRetry={() => void refetch()} />
        : data === undefined ? <PageSkeleton rows={4} />
        : (
          <div className="campaign-wide" tabIndex={0}>
            <table className="plain-table">
              <thead><tr>{(['name', 'targets', 'contacted', 'responded', 'won', 'rate', 'heldRate', 'gainedEach', 'heldGainedEach', 'costEach'] as const).map((head) => <th key={head} scope="col" className={head === 'name' ? undefined : 'figures'}>{t(`campaigns.compare.${head}`)}</th>)}</tr></thead>
              <tbody>
                {data.map(({ id, name, state, targets, heldOut, spent }) => (
                  <tr key={id} data-campaign={id}>
                    <th scope="row"><Link to={`/campaigns/${id}?tab=results`}>{name}</Link> <State state={state} /></th>
                    <td className="figures">{open(id, targets.customers, 'outcome.eq:in', 'held.eq:false')}</td>
                    <td className="figures">{count(targets.contacted)}</td>
                    <td className="figures">{count(targets.responded)}</td>
                    <td className="figures">{open(id, targets.won, 'outcome.eq:in', 'held.eq:false', 'wonAt.notEmpty')}</td>
                    <td className="figures">{rate(targets.won, targets.customers)}</td>
                    <td className="figures">{rate(heldOut.won, heldOut.customers)}</td>
                    <td className="figures">{each(targets.gained, targets.customers)}</td>
                    <td className="figures">{each(heldOut.gained, heldOut.customers)}</td>
                    <td className="figures">{each(spent, spent === 0 ? 0 : targets.won)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
    </div>
  );
}
