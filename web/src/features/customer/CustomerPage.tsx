import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ApiError } from '../../api/client.ts';
import { useRecent } from '../../api/places.ts';
import { partyQuery } from '../../api/queries.ts';
import type { Party } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { CustomerRecord } from './CustomerRecord.tsx';
import './customer.css';

export function CustomerPage() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  const party = useQuery({
    ...partyQuery(number),
    // What is due arrives within a second: look again while something is.
    refetchInterval: (query) => (query.state.data !== undefined && hasDue(query.state.data) ? 1_500 : false),
  });
  // The number and not the name: titles stay in the browser's history, and favourites in a list.
  useTitle(number);
  useRecent(`/customers/${number}`, party.data === undefined ? undefined : number);

  if (party.error instanceof ApiError && party.error.status === 404) {
    return <Nothing title={t('customer.notFound', { number })} help={t('customer.notFound.help')} />;
  }
  if (party.isError && party.data === undefined) return <Problem error={party.error} onRetry={() => void party.refetch()} page />;
  if (party.data === undefined) return <PageSkeleton rows={12} />;
  return (
    <>
      <CustomerRecord key={party.data.number} party={party.data} />
      <Watermark />
    </>
  );
}

function hasDue(party: Party): boolean {
  return party.records.some((record) => record.attributes.some((attribute) => attribute.due));
}
