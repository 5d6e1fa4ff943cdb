import { Alert, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Party } from '../../api/types.ts';
import { Kind } from '../../components/labels.tsx';
import { useNames } from '../../components/useNames.ts';
import { Value } from '../../components/Value.tsx';
import { When } from '../../components/When.tsx';
import { agreementOf } from './matrix.ts';

const facts = ['document', 'mobile', 'birth', 'address.home', 'address.registered'];

export function Header({ party }: { party: Party }) {
  const { t } = useTranslation();
  const names = useNames();
  const value = (attribute: string) => party.attributes.find((each) => each.attribute === attribute)?.value ?? null;
  return (
    <header className="record-head">
      {party.redirectedFrom !== null && party.redirectedFrom !== undefined && (
        <Alert type="info" showIcon title={t('customer.redirected', { from: party.redirectedFrom, to: party.number })} />
      )}
      <div className="record-title">
        <h1>{value('name')?.[0]?.[0] ?? party.number}</h1>
        <Kind kind={party.kind} />
        <span className="mono record-number">{party.number}</span>
        {party.status.toLowerCase() !== 'active' && <Tag>{names.partyStatus(party.status)}</Tag>}
        <AgreementTag party={party} />
      </div>
      <dl className="record-facts">
        {facts.filter((attribute) => value(attribute) !== null).map((attribute) => (
          <div key={attribute}>
            <dt>{names.attribute(attribute)}</dt>
            <dd><Value attribute={attribute} value={value(attribute)?.slice(0, 1) ?? null} /></dd>
          </div>
        ))}
        <div>
          <dt>{t('field.version')}</dt>
          <dd className="figures">{party.version}</dd>
        </div>
        <div>
          <dt>{t('field.changedAt')}</dt>
          <dd><When at={party.changedAt} /></dd>
        </div>
      </dl>
    </header>
  );
}

/** The answer to the first question one has: do all systems say the same now? */
function AgreementTag({ party }: { party: Party }) {
  const { t } = useTranslation();
  const { keys, due, dead } = agreementOf(party);
  if (dead > 0) return <Tag color="error" variant="filled">{t('customer.agreement.dead', { count: dead })}</Tag>;
  if (due > 0) return <Tag color="warning" variant="filled">{t('customer.agreement.due', { count: due })}</Tag>;
  return <Tag color="success" variant="filled">{t('customer.agreement.all', { count: keys })}</Tag>;
}
