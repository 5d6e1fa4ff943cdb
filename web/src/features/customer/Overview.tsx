import type { Party, SourceRecord } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { SystemCode } from '../../components/labels.tsx';
import { Timeline } from '../../components/record/Timeline.tsx';
import { UnitName } from '../../components/UnitName.tsx';
import { useNames } from '../../components/useNames.ts';
import { Facts } from './Facts.tsx';
import { isAccount } from './matrix.ts';

/** Left what happened with the customer, right what is known. */
export function Overview({ party }: { party: Party }) {
  return (
    <div className="record-columns">
      <Timeline entries={useEntries(party)} />
      <Facts party={party} />
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
