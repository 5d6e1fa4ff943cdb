import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { customerQuery, timelineQuery } from '../../api/customers.ts';
import type { Party, SourceRecord } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { SystemCode } from '../../components/labels.tsx';
import { Timeline } from '../../components/record/Timeline.tsx';
import { UnitName } from '../../components/UnitName.tsx';
import { useNames } from '../../components/useNames.ts';
import { Facts } from './Facts.tsx';
import { InEntities } from './InEntities.tsx';
import { isAccount } from './matrix.ts';

/** Left what happened with the customer, right what is known. */
export function Overview({ party }: { party: Party }) {
  const { t } = useTranslation();
  const names = useNames();
  const customer = useQuery({ ...customerQuery(party.number), enabled: !party.beyond });
  const timeline = useInfiniteQuery({ ...timelineQuery(party.number), enabled: !party.beyond });
  const activityEntries = (timeline.data?.pages ?? []).flatMap((page) =>
    page.rows.map((row) => ({
      id: `activity ${row.id}`,
      at: row.at,
      kind: row.kind,
      title: <>{names.activity(row.kind)} {row.kind === 'tier' ? names.tier(row.subject) : row.kind === 'document' ? names.documentKind(row.subject) : row.subject}</>,
      body: row.by === '' ? undefined : row.by,
    })),
  );
  return (
    <div className="record-columns">
      <div>
        <Timeline entries={[...useEntries(party), ...activityEntries]} />
        {timeline.hasNextPage && <Button size="small" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>{t('timeline.more')}</Button>}
      </div>
      <div className="record-sides">
        {customer.data !== undefined && <InEntities customer={customer.data} />}
        <Facts party={party} />
      </div>
    </div>
  );
}

function useEntries(party: Party) {
  const { t } = useTranslation();
  const names = useNames();
  const opened = party.records.filter((record): record is SourceRecord & { openedAt: string } => isAccount(record) && typeof record.openedAt === 'string');
  return [
    ...party.history.map((version) => ({
      id: `change ${version.version}`,
      at: version.at,
      kind: 'change',
      title: <>{names.action(version.action)} {version.changed.length > 0 && names.list(version.changed.map((change) => names.attribute(change.attribute)))}</>,
      body: <>{t('history.version', { version: version.version })} · <SystemCode system={version.cause.system} /></>,
    })),
    ...opened.map((record) => ({
      id: `account ${record.system} ${record.key}`,
      at: record.openedAt,
      kind: 'account',
      title: t('timeline.opened', { system: names.system(record.system) }),
      body: <><span className="mono">{record.key}</span>{record.branch !== null && <> · <UnitName code={record.branch} /></>}</>,
    })),
    ...party.relationships.flatMap(({ since, unit, kind }) =>
      since === null
        ? []
        : [{ id: `relationship ${unit} ${kind}`, at: since, kind: 'relationship', title: t('timeline.relationship', { kind: names.relationship(kind) }), body: <UnitName code={unit} /> }],
    ),
  ];
}
