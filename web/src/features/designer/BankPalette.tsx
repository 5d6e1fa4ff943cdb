import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { bankQuery, type Fragment } from '../../api/library.ts';
import { rowsQuery, type Filter } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useDesign } from './DesignContext.ts';

/** As many as one looks through; further ones are found by their wording. */
const shown = 40;

const offered: Filter = { column: 'state', op: 'eq', value: 'offered' };

/** Questions and blocks of the bank, the newest first: a click takes one behind what is selected. */
export function BankPalette({ onAdded }: { onAdded: (() => void) | undefined }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const design = useDesign();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const filter: Filter = wanted === '' ? offered : { and: [offered, { column: 'title', op: 'contains', value: wanted }] };
  const { data, error } = useQuery(rowsQuery('bank', { filter, columns: ['title', 'type'], limit: shown }));
  const take = useMutation({
    mutationFn: (id: string) => client.fetchQuery(bankQuery(id)),
    onSuccess: ({ fragment }) => {
      design.take(fragment as Fragment);
      onAdded?.();
    },
  });
  const failed = error ?? take.error;
  return (
    <div className="palette-bank">
      <Input allowClear aria-label={t('bank.search')} placeholder={t('bank.search')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      {failed !== null && <Problem error={failed} />}
      {data === undefined ? error === null && <PageSkeleton rows={4} /> : data.rows.length === 0 && <p className="quiet">{t('designer.bank.none')}</p>}
      <ul>
        {data?.rows.map((row) => (
          <li key={row.id}>
            <button type="button" className="palette-question" disabled={take.isPending} onClick={() => take.mutate(row.id)}>
              <span>{String(row.cells['title'])}</span>
              <span className="quiet">{t(`option.bank.type.${String(row.cells['type']) as 'text'}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {data !== undefined && data.rows.length === shown && <p className="quiet">{t('designer.bank.more', { count: shown })}</p>}
    </div>
  );
}
