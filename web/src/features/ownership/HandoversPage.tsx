import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { handoversQuery, undoHandover, type Handover } from '../../api/ownership.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import { formatCount } from '../../format/figures.ts';

const HandoverDialog = lazy(async () => ({ default: (await import('./HandoverDialog.tsx')).HandoverDialog }));

const colours: Record<string, string> = { done: 'success', running: 'processing', undoing: 'processing', approved: 'processing', proposed: 'warning', rejected: 'error' };

/** Customers that went, or are to go, from one manager to another. */
export function HandoversPage() {
  const { t } = useTranslation();
  useTitle(t('nav.handovers'));
  const client = useQueryClient();
  const handovers = useQuery(handoversQuery);
  const [making, setMaking] = useState(false);
  const undo = useMutation({ mutationFn: undoHandover, onSettled: () => client.invalidateQueries({ queryKey: handoversQuery.queryKey }) });
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.handovers')}</h1>
        <span className="record-actions"><Button type="primary" onClick={() => setMaking(true)}>{t('handover.new')}</Button></span>
      </div>
      {undo.error !== null && <Problem error={undo.error} />}
      {handovers.isError ? (
        <Problem error={handovers.error} onRetry={() => void handovers.refetch()} />
      ) : handovers.data === undefined ? (
        <PageSkeleton />
      ) : handovers.data.length === 0 ? (
        <Nothing title={t('handover.none')} help={t('handover.none.help')} />
      ) : (
        <Rows handovers={handovers.data} onUndo={(id) => undo.mutate(id)} />
      )}
      <Suspense fallback={null}>{making && <HandoverDialog onClose={() => setMaking(false)} />}</Suspense>
    </div>
  );
}

function Rows({ handovers, onUndo }: { handovers: readonly Handover[]; onUndo: (id: number) => void }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('nav.handovers')}>
      <table className="plain-table">
        <thead>
          <tr>
            {(['state', 'entity', 'from', 'to', 'customers', 'effectiveOn', 'readsUntil', 'note', 'madeBy'] as const).map((each) => <th key={each} scope="col">{t(`handover.${each}`)}</th>)}
            <th scope="col">{t('field.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {handovers.map((each) => (
            <tr key={each.id} data-handover={each.id}>
              <td><Tag color={colours[each.state] ?? 'default'} variant="filled">{names.handoverState(each.state)}</Tag></td>
              <td>{each.entityName}</td>
              <td>{each.from === '' ? t('handover.several') : each.from}</td>
              <td>{each.to}</td>
              <td className="figures">{formatCount(each.customers, i18n.language)}</td>
              <td className="figures">{each.effectiveOn}</td>
              <td className="figures">{each.readsUntil ?? '–'}</td>
              <td>{each.note}</td>
              <td>{each.madeBy} <When at={each.madeAt} /></td>
              <td>{each.mayUndo && <Button size="small" onClick={() => onUndo(each.id)}>{t('handover.undo')}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
