import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { policiesQuery } from '../../api/care.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import './policies.css';

/** How legal entities rank their customers and of what their managers are warned. Which one is open is in the address. */
export function PoliciesPage() {
  const { t } = useTranslation();
  useTitle(t('nav.policies'));
  const { data, error, refetch } = useQuery(policiesQuery);
  const [address, setAddress] = useSearchParams();
  const open = data?.find((each) => each.entity === address.get('entity')) ?? data?.[0];
  return (
    <div className="policies">
      <div className="page-head">
        <h1>{t('nav.policies')}</h1>
        {data !== undefined && data.length > 1 && (
          <Select
            size="small"
            className="policy-entity"
            aria-label={t('field.legalEntity')}
            showSearch={{ optionFilterProp: 'label' }}
            value={open?.entity}
            options={data.map((each) => ({ value: each.entity, label: each.entityName }))}
            onChange={(entity: string) => setAddress({ entity }, { replace: true })}
          />
        )}
      </div>
      {error !== null ? <Problem error={error} onRetry={() => void refetch()} />
        : data === undefined ? <PageSkeleton rows={6} />
        : open === undefined ? <Nothing title={t('policies.none')} help={t('policies.none.help')} />
        : (
          <>
            <PolicyForm key={`${open.entity}/${open.history[0]?.at ?? ''}`} policy={open} />
            <section aria-label={t('policies.history')}>
              <h2>{t('policies.history')}</h2>
              {open.history.length === 0
                ? <p className="quiet">{t('policies.shipped')}</p>
                : <ol className="policy-history">{open.history.map((each) => <li key={each.at}><When at={each.at} /> {each.by}</li>)}</ol>}
            </section>
          </>
        )}
    </div>
  );
}
