import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { nameIn, opportunitiesOfQuery } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { formatMoney } from '../../format/figures.ts';
import { OpportunityPanel } from './OpportunityPanel.tsx';
import './opportunities.css';

const OpportunityDialog = lazy(async () => ({ default: (await import('./OpportunityDialog.tsx')).OpportunityDialog }));

/** What may be sold to a customer or a prospect, open ones first. */
export function OpportunitiesOf({ customer = '', prospect }: { customer?: string; prospect?: number }) {
  const { t, i18n } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState(0);
  const found = useQuery(prospect === undefined ? opportunitiesOfQuery('customers', customer) : opportunitiesOfQuery('prospects', String(prospect)));
  const add = <Button type="primary" onClick={() => setAdding(true)}>{t('opportunities.add')}</Button>;
  return (
    <div className="opp-of">
      {found.isError ? <Problem error={found.error} onRetry={() => void found.refetch()} />
        : found.data === undefined ? <PageSkeleton rows={3} />
        : found.data.length === 0 ? <Nothing title={t('opportunities.of.none')} help={t('opportunities.of.none.help')}>{add}</Nothing>
        : (
          <>
            <div className="opp-of-head">{add}</div>
            <ul className="opp-lines">
              {found.data.map((line) => (
                <li key={line.id} data-state={line.state}>
                  <button type="button" onClick={() => setOpen(line.id)}>
                    <b>{line.title}</b>
                    <span>{nameIn(line.stage, i18n.language)}</span>
                    <span className="figures">{line.amount === null || line.amount === 0 ? '' : formatMoney(line.amount, i18n.language)}</span>
                    <span className="figures quiet">{line.expected}</span>
                    <span className="quiet">{line.ownerName}</span>
                    {line.tooLong && <span className="opp-late">{t('opportunities.tooLong', { count: line.days })}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      <Drawer open={open > 0} size={420} title={t('opportunities.one')} onClose={() => setOpen(0)} destroyOnHidden>{open > 0 && <OpportunityPanel key={open} id={open} />}</Drawer>
      {adding && <Suspense fallback={null}><OpportunityDialog customer={customer} {...(prospect === undefined ? {} : { prospect })} onClose={() => setAdding(false)} /></Suspense>}
    </div>
  );
}
