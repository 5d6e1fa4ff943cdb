import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Link } from 'react-router';
import { relativesQuery } from '../../api/queries.ts';
import type { Relative } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { Kind, SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';

/** Whom the customer's systems name as spouse, child, guarantor and so on, as customers of ours. */
export function Relatives({ number }: { number: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const relatives = useQuery(relativesQuery(number));
  if (relatives.isError) return <Problem error={relatives.error} onRetry={() => void relatives.refetch()} />;
  if (relatives.data === undefined) return <PageSkeleton rows={3} />;
  if (relatives.data.length === 0) return <Nothing title={t('relatives.none')} help={t('relatives.none.help')} />;
  return (
    <Table<Relative>
      size="small"
      rowKey={(row) => `${row.relation} ${row.number}`}
      dataSource={relatives.data}
      pagination={false}
      scroll={{ x: 560 }}
      columns={[
        { title: t('field.relation'), dataIndex: 'relation', width: 140, render: (relation: string) => names.attribute(relation) },
        { title: t('field.number'), dataIndex: 'number', width: 160, render: (each: string) => <Link className="mono" to={`/customers/${each}`}>{each}</Link> },
        { title: t('field.name'), dataIndex: 'name', render: (name: string | null) => name ?? '–' },
        { title: t('field.kind'), dataIndex: 'kind', width: 90, render: (kind: Relative['kind']) => <Kind kind={kind} /> },
        { title: t('field.source'), dataIndex: 'systems', width: 180, render: (systems: readonly string[]) => systems.map((system) => <SystemCode key={system} system={system} />) },
      ]}
    />
  );
}
