import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Party, Relationship } from '../../api/types.ts';
import { SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatDate } from '../../format/time.ts';

export function Relationships({ party }: { party: Party }) {
  const { t } = useTranslation();
  const names = useNames();
  if (party.relationships.length === 0) return <Nothing title={t('relationships.none')} help={t('relationships.none.help')} />;
  return (
    <Table<Relationship>
      size="small"
      rowKey={(row) => `${row.legalEntity} ${row.unit} ${row.kind}`}
      dataSource={party.relationships}
      pagination={false}
      scroll={{ x: 560 }}
      columns={[
        { title: t('field.legalEntity'), dataIndex: 'legalEntity' },
        { title: t('field.unit'), dataIndex: 'unit', render: (unit: string) => <span className="mono">{unit}</span> },
        { title: t('field.kind'), dataIndex: 'kind', render: (kind: string) => names.relationship(kind) },
        { title: t('field.since'), dataIndex: 'since', width: 120, render: (since: string | null) => <span className="figures">{since === null ? '–' : formatDate(since)}</span> },
        { title: t('field.source'), dataIndex: 'source', width: 110, render: (source: string) => <SystemCode system={source} /> },
      ]}
    />
  );
}
