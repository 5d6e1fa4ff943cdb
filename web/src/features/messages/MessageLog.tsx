import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { messagesQuery } from '../../api/queries.ts';
import type { MessageRow } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { DirectionMark, Outcome, PartyLink, SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useIsPhone } from '../../components/useIsPhone.ts';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { formatDuration } from '../../format/figures.ts';
import { FilterBar } from './FilterBar.tsx';
import { useFilter } from './useFilter.ts';

const address = (row: MessageRow) => `${row.direction}/${row.system}/${row.id}`;

/** A delivery stands in the log once a try, under one message id. */
const keyOf = (row: MessageRow) => `${address(row)} ${row.tries} ${row.cursor}`;

export function MessageLog() {
  const { t } = useTranslation();
  const { filter, change, open } = useFilter();
  const phone = useIsPhone();
  const columns = useColumns();
  const messages = useInfiniteQuery(messagesQuery(filter));
  const rows = messages.data?.pages.flat() ?? [];
  const filtered = Object.keys(filter).length > 0;
  const show = (row: MessageRow) => change({ open: address(row) });

  return (
    <>
      <FilterBar refreshing={messages.isRefetching && !messages.isFetchingNextPage} onRefresh={() => void messages.refetch()} />
      {messages.isError && messages.data === undefined ? (
        <Problem error={messages.error} onRetry={() => void messages.refetch()} />
      ) : messages.data !== undefined && rows.length === 0 ? (
        <Nothing title={t(filtered ? 'messages.notFound' : 'messages.none')} help={t(filtered ? 'messages.notFound.help' : 'messages.none.help')} />
      ) : phone ? (
        <Cards rows={rows} onOpen={show} />
      ) : (
        <Table<MessageRow>
          className="clickable"
          size="small"
          rowKey={keyOf}
          columns={columns}
          dataSource={rows}
          loading={messages.isPending}
          pagination={false}
          sticky
          scroll={{ x: 1060 }}
          rowClassName={(row) => (address(row) === open ? 'row-open' : '')}
          onRow={(row) => ({ onClick: () => show(row) })}
        />
      )}
      {messages.hasNextPage && (
        <div className="more">
          <Button loading={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>{t('action.more')}</Button>
        </div>
      )}
    </>
  );
}

function useColumns(): TableColumnsType<MessageRow> {
  const { t, i18n } = useTranslation();
  const names = useNames();
  return [
    { title: t('field.at'), dataIndex: 'at', width: 150, render: (at: string) => <When at={at} log /> },
    { title: t('field.system'), dataIndex: 'system', width: 76, render: (system: string) => <SystemCode system={system} /> },
    { title: t('field.direction'), dataIndex: 'direction', width: 92, render: (direction: 'in' | 'out') => <DirectionMark direction={direction} /> },
    {
      title: t('field.messageId'), dataIndex: 'id', width: 190, ellipsis: true,
      render: (id: string) => <button type="button" className="link-button mono">{id}</button>,
    },
    { title: t('field.key'), dataIndex: 'key', width: 120, ellipsis: true, render: (key: string | null) => <span className="mono">{key ?? '–'}</span> },
    { title: t('field.outcome'), dataIndex: 'outcome', width: 96, render: (outcome: string) => <Outcome outcome={outcome} /> },
    {
      title: t('field.reason'), ellipsis: true,
      render: (_, row) => {
        // What arrived needs no reason: its code is in the panel.
        if (row.outcome === 'done') return <span className="quiet">–</span>;
        const reason = [row.reason === null ? '' : names.reason(row.reason), row.field ?? '', row.text ?? ''].filter(Boolean).join(' · ');
        return reason === '' ? <span className="quiet">–</span> : <span title={reason}>{reason}</span>;
      },
    },
    {
      title: t('field.customer'), dataIndex: 'partyNumber', width: 116,
      render: (number: string | null) => (number === null ? <span className="quiet">–</span> : <span onClick={(event) => event.stopPropagation()}><PartyLink number={number} /></span>),
    },
    { title: t('field.duration'), dataIndex: 'durationMs', width: 84, align: 'right', render: (ms: number | null) => formatDuration(ms, i18n.language) },
    { title: t('field.tries'), width: 64, align: 'right', render: (_, row) => (row.direction === 'in' ? 1 + row.repeats : row.tries) },
  ];
}

function Cards({ rows, onOpen }: { rows: readonly MessageRow[]; onOpen: (row: MessageRow) => void }) {
  const { i18n } = useTranslation();
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <button type="button" onClick={() => onOpen(row)}>
            <span className="card-first">
              <SystemCode system={row.system} />
              <DirectionMark direction={row.direction} />
              <Outcome outcome={row.outcome} />
              <span className="card-end"><When at={row.at} log /></span>
            </span>
            <span className="card-second mono">{row.id}</span>
            <span className="card-second">
              <span className="mono">{row.key ?? '–'}</span>
              <span className="card-end figures">{formatDuration(row.durationMs, i18n.language)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
