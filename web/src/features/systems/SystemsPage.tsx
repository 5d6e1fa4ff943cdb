import { useQuery } from '@tanstack/react-query';
import { Skeleton, Table, Tag, type TableColumnsType } from 'antd';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { systemsQuery } from '../../api/queries.ts';
import type { Outbound, SystemStatus } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import { formatCount, formatDuration, formatRate } from '../../format/figures.ts';
import { healthColour, healthOf } from '../map/health.ts';
import './systems.css';

// ECharts is heavier than everything else together: it comes after the table is there.
const Throughput = lazy(() => import('./Throughput.tsx'));

/** Every connection in figures, for whoever operates them. */
export function SystemsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.systems'));
  const columns = useColumns();
  const systems = useQuery(systemsQuery);
  if (systems.isError && systems.data === undefined) return <Problem error={systems.error} onRetry={() => void systems.refetch()} page />;
  return (
    <div className="list-page">
      <div className="page-head"><h1>{t('nav.systems')}</h1></div>
      <Table<SystemStatus>
        size="small"
        rowKey="system"
        columns={columns}
        dataSource={systems.data ?? []}
        loading={systems.isPending}
        pagination={false}
        scroll={{ x: 1100 }}
      />
      <h2 className="chart-title">{t('systems.throughput')}</h2>
      <Suspense fallback={<div className="chart"><Skeleton active /></div>}>
        <Throughput />
      </Suspense>
    </div>
  );
}

function useColumns(): TableColumnsType<SystemStatus> {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const language = i18n.language;
  const rate = (value: number) => `${formatRate(value, language)}/s`;
  const count = (value: number) => formatCount(value, language);
  return [
    {
      title: t('field.system'), width: 166, fixed: 'left',
      render: (_, row) => <Link to={`/ecif/messages?system=${row.system}`}><b>{row.system}</b> {names.system(row.system)}</Link>,
    },
    { title: t('field.state'), width: 96, render: (_, row) => <Tag variant="filled" color={healthColour[healthOf(row)]}>{t(`health.${healthOf(row)}`)}</Tag> },
    { title: t('systems.inbound'), dataIndex: 'inbound', width: 84, align: 'right', render: (value: number, row) => (row.kind === 'files' ? '–' : count(value)) },
    { title: t('systems.outbound'), dataIndex: 'outbound', width: 88, render: (outbound: Outbound) => t(`outbound.${outbound}`) },
    { title: t('systems.received'), dataIndex: 'receivedPerSecond', width: 80, align: 'right', render: rate },
    { title: t('systems.delivered'), dataIndex: 'deliveredPerSecond', width: 84, align: 'right', render: rate },
    { title: t('map.backlog'), dataIndex: 'backlog', width: 72, align: 'right', render: count },
    { title: t('systems.oldest'), dataIndex: 'oldestDueSeconds', width: 96, align: 'right', render: (seconds: number | null) => (seconds === null ? '–' : formatDuration(seconds * 1_000, language)) },
    {
      title: t('map.dead'), dataIndex: 'dead', width: 60, align: 'right',
      render: (dead: number, row) => (dead === 0 ? 0 : <Link to={`/ecif/messages?tab=dead&system=${row.system}`}>{count(dead)}</Link>),
    },
    { title: t('systems.lastReceived'), dataIndex: 'lastReceivedAt', width: 96, align: 'right', render: (at: string | null) => <When at={at} /> },
    { title: t('systems.lastDelivered'), dataIndex: 'lastDeliveredAt', width: 96, align: 'right', render: (at: string | null) => <When at={at} /> },
    { title: t('systems.customers'), dataIndex: 'customers', width: 84, align: 'right', render: count },
  ];
}
