import { Table } from 'antd';
import type { Party, Suspect } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { useNames } from '../../components/useNames.ts';

/** Other customers who may be the same one: work for a data steward. */
export function Suspects({ party }: { party: Party }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  if (party.suspects.length === 0) return <Nothing title={t('suspects.none')} help={t('suspects.none.help')} />;
  const score = new Intl.NumberFormat(i18n.language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <Table<Suspect>
      size="small"
      rowKey="other"
      dataSource={party.suspects}
      pagination={false}
      scroll={{ x: 420 }}
      columns={[
        { title: t('suspects.other'), dataIndex: 'other', width: 160, render: (other: string) => <PartyLink number={other} /> },
        { title: t('suspects.score'), dataIndex: 'score', width: 100, align: 'right', render: (value: number) => score.format(value) },
        { title: t('field.reason'), dataIndex: 'reason', render: (reason: string) => names.suspect(reason) },
      ]}
    />
  );
}
