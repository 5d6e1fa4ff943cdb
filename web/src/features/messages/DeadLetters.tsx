import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { post } from '../../api/client.ts';
import { deadQuery } from '../../api/queries.ts';
import type { DeliveryRow } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink, SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useIsPhone } from '../../components/useIsPhone.ts';
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
  const phone = useIsPhone();
  const reasonOf = (row: DeliveryRow) => [row.reason === null ? '' : names.reason(row.reason), row.text ?? ''].filter(Boolean).join(' · ') || '–';
  const actions = (row: DeliveryRow) => (
    <span className="row-actions">
      <Button size={phone ? 'middle' : 'small'} loading={resend.isPending && resend.variables === row} onClick={() => resend.mutate(row)} aria-label={t('dead.resend.label', { system: row.system, key: row.key })}>{t('dead.resend')}</Button>
      <Button size={phone ? 'middle' : 'small'} danger onClick={() => setSkipping(row)} aria-label={t('dead.skip.label', { system: row.system, key: row.key })}>{t('dead.skip')}</Button>
    </span>
  );

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
      ) : phone ? (
        <ul className="cards">
          {rows.map((row) => (
            <li key={`${row.system} ${row.key}`} className="dead-card">
              <span className="card-first"><SystemCode system={row.system} /> <span className="mono">{row.key}</span><span className="card-end"><When at={row.lastTriedAt} /></span></span>
              <span className="card-second">{row.partyNumber !== null && <PartyLink number={row.partyNumber} />} {row.maskedName}</span>
              <span className="card-second">{reasonOf(row)}</span>
              {actions(row)}
            </li>
          ))}
        </ul>
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
            { title: t('field.reason'), ellipsis: true, render: (_, row) => reasonOf(row) },
            { title: t('field.tries'), dataIndex: 'tries', width: 64, align: 'right' },
            { title: t('field.lastTriedAt'), dataIndex: 'lastTriedAt', width: 120, align: 'right', render: (at: string | null) => <When at={at} /> },
            { title: t('field.actions'), width: 150, align: 'right', fixed: 'right', render: (_, row) => actions(row) },
          ]}
        />
      )}
      <SkipDialog row={skipping} path={path} onClose={() => setSkipping(null)} onSkipped={settled} />
    </>
  );
}
