import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { convertProspect, dropProspect, joinProspect, prospectQuery, type Prospect } from '../../api/prospects.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { OpportunitiesOf } from '../opportunities/OpportunitiesOf.tsx';
import { AskButton } from '../asking/AskButton.tsx';

const ProspectForm = lazy(async () => ({ default: (await import('./ProspectForm.tsx')).ProspectForm }));

/** A prospect and what can be done with it. */
export function ProspectPanel({ id }: { id: string }) {
  const { data, error } = useQuery(prospectQuery(id));
  if (error !== null) return <Problem error={error} />;
  return data === undefined ? <PageSkeleton rows={4} /> : <Panel prospect={data} />;
}

function Panel({ prospect }: { prospect: Prospect }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [number, setNumber] = useState('');
  const mayOpportunities = useMay()('opportunities.edit');
  const after = {
    onSuccess: async (became: Prospect) => {
      client.setQueryData(prospectQuery(prospect.id).queryKey, became);
      await client.invalidateQueries({ queryKey: ['list', 'prospects'] });
    },
  };
  const convert = useMutation({ mutationFn: () => convertProspect(prospect.id), ...after });
  const join = useMutation({ mutationFn: () => joinProspect(prospect.id, number.trim()), ...after });
  const drop = useMutation({ mutationFn: () => dropProspect(prospect.id), ...after });
  const open = prospect.state === 'open' || prospect.state === 'refused';
  const error = convert.error ?? join.error ?? drop.error;
  const facts = [
    [t('attribute.mobile'), prospect.mobile],
    [t('attribute.document'), prospect.document],
    [t('attribute.address.home'), prospect.address],
    [t('column.prospects.source'), prospect.source],
    [t('prospects.note'), prospect.note],
  ] as const;
  return (
    <div className="prospect-panel" data-state={prospect.state}>
      <Tag color={prospect.state === 'converted' || prospect.state === 'joined' ? 'success' : 'default'}>{t(`option.prospects.state.${prospect.state as 'open'}`)}</Tag>
      {prospect.number !== null && <PartyLink number={prospect.number} />}
      <dl>{facts.filter(([, value]) => value !== null && value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {open && (
        <div className="prospect-acts">
          <Button type="primary" loading={convert.isPending} onClick={() => convert.mutate()}>{t('prospects.convert')}</Button>
          <Button onClick={() => setEditing(true)}>{t('prospects.edit')}</Button>
          <AskButton prospect={prospect.id} small={false} />
          <Button danger loading={drop.isPending} onClick={() => drop.mutate()}>{t('prospects.drop')}</Button>
        </div>
      )}
      {open && (
        <div className="prospect-acts">
          <Input size="small" aria-label={t('prospects.join.number')} placeholder={t('prospects.join.number')} value={number} onChange={(event) => setNumber(event.target.value)} />
          <Button size="small" disabled={number.trim() === ''} loading={join.isPending} onClick={() => join.mutate()}>{t('prospects.join')}</Button>
        </div>
      )}
      {error !== null && <Problem error={error} />}
      {open && mayOpportunities && <OpportunitiesOf prospect={Number(prospect.id)} />}
      {editing && <Suspense fallback={null}><ProspectForm prospect={prospect} onClose={() => setEditing(false)} /></Suspense>}
    </div>
  );
}
