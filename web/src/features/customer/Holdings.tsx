import { useQuery } from '@tanstack/react-query';
import { Table, Tag } from 'antd';
import { lazy, Suspense } from 'react';
import { holdingsQuery, type Holding } from '../../api/customers.ts';
import { useTranslation } from '../../app/translation.ts';
import { SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatMoney } from '../../format/figures.ts';
import { Spark } from './Spark.tsx';
import { totalsOf } from './totals.ts';
import './holdings.css';

const HoldingsTrend = lazy(() => import('./HoldingsTrend.tsx'));

/** What the customer has, account by account, as the systems reported it at the end of the day. */
export function Holdings({ number }: { number: string }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const holdings = useQuery(holdingsQuery(number));
  if (holdings.isError) return <Problem error={holdings.error} onRetry={() => void holdings.refetch()} />;
  if (holdings.data === undefined) return <PageSkeleton rows={6} />;
  if (holdings.data.length === 0) return <Nothing title={t('holdings.none')} help={t('holdings.none.help')} />;
  return (
    <>
      <dl className="holding-totals">
        {totalsOf(holdings.data).map(({ kind, count, balance }) => (
          <div key={kind}>
            <dt>{names.holding(kind)} {balance !== null && <span className="quiet">{count}</span>}</dt>
            <dd className="figures">{balance === null ? count : formatMoney(balance, i18n.language)}</dd>
          </div>
        ))}
      </dl>
      <Suspense fallback={<div className="chart" />}>
        <HoldingsTrend holdings={holdings.data} />
      </Suspense>
      <Table<Holding>
        size="small"
        rowKey={(row) => `${row.system} ${row.kind} ${row.account} ${row.product} ${row.opened ?? ''}`}
        dataSource={holdings.data}
        pagination={false}
        scroll={{ x: 1200 }}
        rowClassName={(row) => (row.state === 'closed' ? 'holding-closed' : '')}
        columns={[
          { title: t('field.holding'), dataIndex: 'title', render: (title: string, row) => <>{title === '' ? names.holding(row.kind) : title} <State state={row.state} /></> },
          { title: t('field.account'), dataIndex: 'account', width: 190, className: 'mono' },
          { title: t('field.balance'), dataIndex: 'balance', width: 140, align: 'right', className: 'figures', render: (cents: number | null, row) => money(cents, row, i18n.language) },
          { title: t('field.trend'), key: 'trend', width: 112, render: (_, row) => (row.balance === null ? null : <Spark days={row.days} />) },
          { title: t('field.amount'), dataIndex: 'amount', width: 140, align: 'right', className: 'figures', render: (cents: number | null, row) => money(cents, row, i18n.language) },
          { title: t('field.rate'), dataIndex: 'rate', width: 76, align: 'right', className: 'figures', render: (rate: number) => (rate === 0 ? '' : `${rate}%`) },
          { title: t('field.opened'), dataIndex: 'opened', width: 120, className: 'figures', render: (day: string | null) => day ?? '' },
          { title: t('field.matures'), dataIndex: 'matures', width: 106, className: 'figures', render: (day: string | null) => day ?? '' },
          { title: t('field.unit'), dataIndex: 'unitName', width: 150, ellipsis: true },
          { title: t('field.source'), dataIndex: 'system', width: 90, render: (system: string) => <SystemCode system={system} /> },
        ]}
      />
    </>
  );
}

function money(cents: number | null, { currency }: Holding, locale: string): string {
  if (cents === null) return '';
  return currency === 'CNY' ? formatMoney(cents, locale) : `${currency} ${formatMoney(cents, locale)}`;
}

function State({ state }: { state: string }) {
  const names = useNames();
  if (state === 'open') return null;
  return <Tag color={state === 'overdue' || state === 'written-off' ? 'error' : 'default'} variant="filled">{names.holdingState(state)}</Tag>;
}
