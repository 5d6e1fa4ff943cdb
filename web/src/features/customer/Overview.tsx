import { useTranslation } from 'react-i18next';
import type { Party, SourceRecord } from '../../api/types.ts';
import { SystemCode } from '../../components/labels.tsx';
import { Masked } from '../../components/record/reveal.tsx';
import { Timeline } from '../../components/record/Timeline.tsx';
import { UnitName } from '../../components/UnitName.tsx';
import { useNames } from '../../components/useNames.ts';
import { attributeOrder } from './attributes.ts';

/** Left what happened with the customer, right what is known. */
export function Overview({ party }: { party: Party }) {
  const { t } = useTranslation();
  const names = useNames();
  const order = (attribute: string) => (attributeOrder.includes(attribute) ? attributeOrder.indexOf(attribute) : attributeOrder.length);
  const facts = [...party.attributes].sort((a, b) => order(a.attribute) - order(b.attribute));
  return (
    <div className="record-columns">
      <Timeline entries={useEntries(party)} />
      <section className="record-side" aria-label={t('record.facts')}>
        <h2>{t('record.facts')}</h2>
        <dl>
          {facts.map((each) => (
            <div key={each.attribute}>
              <dt>{names.attribute(each.attribute)}</dt>
              <dd><Masked attribute={each.attribute} value={each.value} /></dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function useEntries(party: Party) {
  const { t } = useTranslation();
  const names = useNames();
  const opened = party.records.filter((record): record is SourceRecord & { openedAt: string } => typeof record.openedAt === 'string');
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
