import { useQuery } from '@tanstack/react-query';
import { Skeleton, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { ApiError } from '../../api/client.ts';
import { partyQuery } from '../../api/queries.ts';
import type { Party } from '../../api/types.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import './customer.css';
import { Deliveries } from './Deliveries.tsx';
import { Header } from './Header.tsx';
import { History } from './History.tsx';
import { MatrixView } from './MatrixView.tsx';
import { Relationships } from './Relationships.tsx';
import { Suspects } from './Suspects.tsx';

export function CustomerPage() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  const party = useQuery({
    ...partyQuery(number),
    // What is due arrives within a second: look again while something is.
    refetchInterval: (query) => (query.state.data !== undefined && hasDue(query.state.data) ? 1_500 : false),
  });
  useTitle(party.data === undefined ? number : nameOf(party.data));

  if (party.error instanceof ApiError && party.error.status === 404) {
    return <Nothing title={t('customer.notFound', { number })} help={t('customer.notFound.help')} />;
  }
  if (party.isError && party.data === undefined) return <Problem error={party.error} onRetry={() => void party.refetch()} page />;
  if (party.data === undefined) return <div className="record-page"><Skeleton active paragraph={{ rows: 12 }} /></div>;
  return <Record party={party.data} />;
}

function Record({ party }: { party: Party }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const counted = (name: string, count: number) => `${t(name)}${count > 0 ? ` ${count}` : ''}`;
  return (
    <div className="record-page">
      <Header party={party} />
      <Tabs
        activeKey={search.get('tab') ?? 'record'}
        onChange={(tab) => setSearch(tab === 'record' ? {} : { tab }, { replace: true })}
        items={[
          { key: 'record', label: t('customer.tab.record'), children: <MatrixView party={party} /> },
          { key: 'history', label: counted('customer.tab.history', party.history.length), children: <History party={party} /> },
          { key: 'deliveries', label: counted('customer.tab.deliveries', party.records.length), children: <Deliveries party={party} /> },
          { key: 'relationships', label: counted('customer.tab.relationships', party.relationships.length), children: <Relationships party={party} /> },
          { key: 'suspects', label: counted('customer.tab.suspects', party.suspects.length), children: <Suspects party={party} /> },
        ]}
      />
    </div>
  );
}

function nameOf(party: Party): string {
  return party.attributes.find((each) => each.attribute === 'name')?.value[0]?.[0] ?? party.number;
}

function hasDue(party: Party): boolean {
  return party.records.some((record) => record.attributes.some((attribute) => attribute.due));
}
