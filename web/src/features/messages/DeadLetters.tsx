import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/client.ts';
import { deadQuery } from '../../api/queries.ts';
import type { DeliveryRow } from '../../api/types.ts';
import { PartyLink, SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { SkipDialog } from './SkipDialog.tsx';
import { SystemSelect } from './SystemSelect.tsx';
import { useFilter } from './useFilter.ts';

const path = (row: DeliveryRow) => `/api/deliveries/${encodeURIComponent(row.system)}/${encodeURIComponent(row.key)}`;

/** Deliveries that were given up: each is sent again or skipped by a person, and the server logs who did it. */
export function DeadLetters() {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const { filter, change } = useFilter();
  const dead = useQuery(deadQuery(filter.system));
  const [skipping, setSkipping] = useState<DeliveryRow | null>(null);
  const settled = () => client.invalidateQueries({ queryKey: ['deliveries'] });
  const resend = useMutation({ mutationFn: (row: DeliveryRow) => post<void>(`${path(row)}/resend`), onSettled: settled });
  const rows = dead.data ?? [];

  return (
    <>
      <div className="filter-bar">
        <SystemSelect value={filter.system} onChange={(system) => change({ system })} />
      </div>
      {resend.error !== null && <Problem error={resend.error} />}
      {dead.isError && dead.data === undefined ? (
        <Problem error={dead.error} onRetry={() => void dead.refetch()} />
      ) : dead.data !== undefined && rows.length === 0 ? (
        <Nothing title={t('dead.none')} help={t('dead.none.help')} />
      ) : (
        <Table<DeliveryRow>
          size="small"
          rowKey={(row) => `${row.system} ${row.key}`}
          dataSource={rows}
          loading={dead.isPending}
          pagination={false}
          scroll={{ x: 960 }}
          columns={[
            { title: t('field.system'), dataIndex: 'system', width: 76, render: (system: string) => <SystemCode system={system} /> },
            { title: t('field.key'), dataIndex: 'key', width: 130, render: (key: string) => <span className="mono">{key}</span> },
            { title: t('field.customer'), dataIndex: 'partyNumber', width: 180, render: (number: string | null, row) => (number === null ? '–' : <><PartyLink number={number} /> {row.maskedName}</>) },
            { title: t('field.reason'), ellipsis: true, render: (_, row) => [row.reason === null ? '' : names.reason(row.reason), row.text ?? ''].filter(Boolean).join(' · ') || '–' },
            { title: t('field.tries'), dataIndex: 'tries', width: 64, align: 'right' },
            { title: t('field.lastTriedAt'), dataIndex: 'lastTriedAt', width: 120, align: 'right', render: (at: string | null) => <When at={at} /> },
            {
              title: t('field.actions'), width: 150, align: 'right', fixed: 'right',
              render: (_, row) => (
                <span className="row-actions">
                  <Button size="small" loading={resend.isPending && resend.variables === row} onClick={() => resend.mutate(row)} aria-label={t('dead.resend.label', { system: row.system, key: row.key })}>{t('dead.resend')}</Button>
                  <Button size="small" danger onClick={() => setSkipping(row)} aria-label={t('dead.skip.label', { system: row.system, key: row.key })}>{t('dead.skip')}</Button>
                </span>
              ),
            },
          ]}
        />
      )}
      <SkipDialog row={skipping} path={path} onClose={() => setSkipping(null)} onSkipped={settled} />
    </>
  );
}
