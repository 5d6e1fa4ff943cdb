import { Table } from 'antd';
import type { Party, Relationship } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { UnitName } from '../../components/UnitName.tsx';
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
        { title: t('field.legalEntity'), dataIndex: 'legalEntity', render: (entity: string) => <UnitName code={entity} /> },
        { title: t('field.unit'), dataIndex: 'unit', render: (unit: string) => <UnitName code={unit} /> },
        { title: t('field.kind'), dataIndex: 'kind', render: (kind: string) => names.relationship(kind) },
        { title: t('field.since'), dataIndex: 'since', width: 120, render: (since: string | null) => <span className="figures">{since === null ? '–' : formatDate(since)}</span> },
        { title: t('field.source'), dataIndex: 'source', width: 110, render: (source: string) => names.relationshipSource(source) },
      ]}
    />
  );
}
