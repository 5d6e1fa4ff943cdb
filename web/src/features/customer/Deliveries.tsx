import { Table } from 'antd';
import { Link } from 'react-router';
import type { Party, SourceRecord } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { DeliveryState, SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { useNames } from '../../components/useNames.ts';
import { isAccount } from './matrix.ts';

/** Every key of the customer: how it is linked, and how far its latest state has got. */
export function Deliveries({ party }: { party: Party }) {
  const { t } = useTranslation();
  const names = useNames();
  const accounts = party.records.filter(isAccount);
  if (accounts.length === 0) return <Nothing title={t('deliveries.none')} help={t('deliveries.none.help')} />;
  return (
    <Table<SourceRecord>
      size="small"
      rowKey={(record) => `${record.system} ${record.key}`}
      dataSource={accounts}
      pagination={false}
      scroll={{ x: 760 }}
      columns={[
        { title: t('field.system'), dataIndex: 'system', width: 90, render: (system: string) => <SystemCode system={system} /> },
        {
          title: t('field.key'), dataIndex: 'key', width: 150,
          render: (key: string, record) => <Link className="mono" to={`/ecif/messages?system=${record.system}&q=${encodeURIComponent(key)}`}>{key}</Link>,
        },
        { title: t('field.status'), dataIndex: 'status', width: 90, render: (status: string) => names.recordStatus(status) },
        { title: t('field.link'), dataIndex: 'link', width: 90, render: (link: string) => names.link(link) },
        { title: t('field.branch'), dataIndex: 'branch', width: 110, render: (branch: string | null) => <span className="mono">{branch ?? '–'}</span> },
        { title: t('field.delivery'), width: 110, render: (_, record) => <DeliveryState state={record.delivery?.state ?? 'delivered'} /> },
        { title: t('field.sequence'), width: 80, align: 'right', render: (_, record) => record.delivery?.sequence ?? '–' },
        { title: t('field.tries'), width: 80, align: 'right', render: (_, record) => record.delivery?.tries ?? '–' },
        { title: t('field.reason'), render: (_, record) => (record.delivery?.reason == null ? <span className="quiet">–</span> : record.delivery.reason) },
      ]}
    />
  );
}
