import { useQuery } from '@tanstack/react-query';
import { Alert, Tag } from 'antd';
import { Link } from 'react-router';
import { customerQuery } from '../../api/customers.ts';
import { useMay } from '../../api/session.ts';
import type { Party } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { Kind } from '../../components/labels.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { isMasked, Masked, RevealProvider } from '../../components/record/reveal.tsx';
import { Why } from '../../components/record/Why.tsx';
import { reminderText } from '../../components/reminderText.ts';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { AnswersTab } from '../answers/AnswersTab.tsx';
import { CampaignsTab } from '../campaigns/CampaignsTab.tsx';
import { AskButton } from '../asking/AskButton.tsx';
import { ConsentTab } from '../consents/ConsentTab.tsx';
import { DocumentsTab } from '../documents/DocumentsTab.tsx';
import { OpportunitiesOf } from '../opportunities/OpportunitiesOf.tsx';
import { CircleTab } from './CircleTab.tsx';
import { CustomerTags } from '../segments/CustomerTags.tsx';
import { Deliveries } from './Deliveries.tsx';
import { FollowButton } from './FollowButton.tsx';
import { History } from './History.tsx';
import { Holdings } from './Holdings.tsx';
import { agreementOf, isAccount } from './matrix.ts';
import { MatrixView } from './MatrixView.tsx';
import { Overview } from './Overview.tsx';
import { Relationships } from './Relationships.tsx';
import { Relatives } from './Relatives.tsx';
import { SuitableTab } from '../products/SuitableTab.tsx';
import { Suspects } from './Suspects.tsx';

/** What one wants to see of a customer before anything else. */
const keyFacts = ['document', 'mobile', 'address.home', 'address.registered'];

/** The customer in the frame of every record. */
export function CustomerRecord({ party }: { party: Party }) {
  const { t } = useTranslation();
  const names = useNames();
  const may = useMay();
  const next = useQuery({ ...customerQuery(party.number), enabled: !party.beyond }).data?.next ?? null;
  const value = (attribute: string) => party.attributes.find((each) => each.attribute === attribute)?.value ?? null;
  const masked = party.attributes.filter((each) => isMasked(each.value)).map((each) => each.attribute);
  return (
    <RevealProvider number={party.number} masked={masked}>
      <RecordFrame
        title={value('name')?.[0]?.[0] ?? party.number}
        shortName={party.number}
        number={party.number}
        address={`/customers/${party.number}`}
        list="customers"
        listAddress="/customers"
        notice={
          party.redirectedFrom !== null && party.redirectedFrom !== undefined && (
            <Alert type="info" showIcon title={t('customer.redirected', { from: party.redirectedFrom, to: party.number })} />
          )
        }
        tags={
          <>
            <Kind kind={party.kind} />
            {party.status.toLowerCase() !== 'active' && <Tag>{names.partyStatus(party.status)}</Tag>}
            <AgreementTag party={party} />
            {!party.beyond && <FollowButton number={party.number} />}
            {!party.beyond && <CustomerTags number={party.number} />}
          </>
        }
        actions={
          <>
            {next !== null && <span>{t('customer.next', { what: next.title === '' ? reminderText(t, next.kind, next.args) : next.title, day: next.dueOn })}</span>}
            {party.suspects.length > 0 && <Link to="?tab=suspects">{t('customer.next.suspects', { count: party.suspects.length })}</Link>}
            {!party.beyond && <AskButton customer={party.number} />}
            <Why number={party.number} />
          </>
        }
        facts={[
          ...keyFacts
            .filter((attribute) => value(attribute) !== null)
            .map((attribute) => ({ name: names.attribute(attribute), value: <Masked attribute={attribute} value={value(attribute)} only={1} /> })),
          { name: t('field.changedAt'), value: <When at={party.changedAt} /> },
        ]}
        tabs={[
          { key: 'overview', label: t('customer.tab.overview'), content: <Overview party={party} /> },
          ...(party.beyond
            ? []
            : [
                { key: 'holdings', label: t('customer.tab.holdings'), content: <Holdings number={party.number} /> },
                ...(may('products.read') ? [{ key: 'products', label: t('customer.tab.products'), content: <SuitableTab number={party.number} /> }] : []),
                { key: 'circle', label: t('customer.tab.circle'), content: <><CircleTab number={party.number} /><Relatives number={party.number} /></> },
              ]),
          ...(party.beyond || !may('opportunities.edit') ? [] : [{ key: 'opportunities', label: t('nav.opportunities'), content: <OpportunitiesOf customer={party.number} /> }]),
          ...(party.beyond || !may('documents.read') ? [] : [{ key: 'documents', label: t('customer.tab.documents'), content: <DocumentsTab number={party.number} /> }]),
          ...(party.beyond || !may('campaigns.read') ? [] : [{ key: 'campaigns', label: t('nav.campaigns'), content: <CampaignsTab number={party.number} /> }]),
          ...(party.beyond || !may('answers.read') ? [] : [{ key: 'answers', label: t('nav.answers'), content: <AnswersTab number={party.number} /> }]),
          { key: 'record', label: t('customer.tab.record'), content: <MatrixView party={party} /> },
          { key: 'history', label: t('customer.tab.history'), count: party.history.length, content: <History party={party} /> },
          { key: 'deliveries', label: t('customer.tab.deliveries'), count: party.records.filter(isAccount).length, content: <Deliveries party={party} /> },
          { key: 'relationships', label: t('customer.tab.relationships'), count: party.relationships.length, content: <Relationships party={party} /> },
          ...(party.beyond ? [] : [{ key: 'consents', label: t('customer.tab.consents'), content: <ConsentTab number={party.number} /> }]),
          { key: 'suspects', label: t('customer.tab.suspects'), count: party.suspects.length, content: <Suspects party={party} /> },
        ]}
      />
    </RevealProvider>
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
