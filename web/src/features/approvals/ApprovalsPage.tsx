import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { pathOf, post, remove } from '../../api/client.ts';
import { approvalsQuery, type Proposal } from '../../api/trust.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import './approvals.css';
import { ProposalCard } from './ProposalCard.tsx';

/** Four eyes: what waits for a second pair, with what it would change; several are decided at once. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.approvals'));
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'done' ? 'done' : 'open';
  const proposals = useQuery(approvalsQuery(state));
  return (
    <div className="list-page">
      <div className="page-head"><h1>{t('nav.approvals')}</h1></div>
      <Tabs
        label={t('nav.approvals')}
        active={state}
        onChange={(next) => setSearch(next === 'done' ? { state: 'done' } : {}, { replace: true })}
        tabs={[{ key: 'open', label: t('approvals.open') }, { key: 'done', label: t('approvals.done') }]}
      />
      {proposals.isError ? (
        <Problem error={proposals.error} onRetry={() => void proposals.refetch()} />
      ) : proposals.data === undefined ? (
        <PageSkeleton />
      ) : proposals.data.length === 0 ? (
        <Nothing title={t(`approvals.none.${state}`)} help={t('approvals.none.help')} />
      ) : (
        <Proposals key={state} proposals={proposals.data} />
      )}
    </div>
  );
}

function Proposals({ proposals }: { proposals: readonly Proposal[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [note, setNote] = useState('');
  const again = () => client.invalidateQueries({ queryKey: ['approvals'] });
  const decide = useMutation({
    mutationFn: (approve: boolean) => post<{ id: number; outcome: string; why?: string | null }[]>('/api/approvals/decide', { ids: [...chosen], approve, note: note.trim() }),
    onSuccess: () => {
      setChosen(new Set());
      setNote('');
      return again();
    },
  });
  const withdraw = useMutation({ mutationFn: (id: number) => remove(pathOf('approvals', String(id))), onSuccess: again });
  const mine = proposals.filter((each) => each.mayDecide).map((each) => each.id);
  const failed = (decide.data ?? []).filter((each) => each.why !== null && each.why !== undefined && each.why !== '');
  const error = decide.error ?? withdraw.error;

  function choose(id: number, on: boolean): void {
    setChosen(new Set([...chosen].filter((each) => each !== id).concat(on ? [id] : [])));
  }

  return (
    <>
      {mine.length > 0 && (
        <div className="filter-bar decide-bar" role="region" aria-label={t('approvals.decide')}>
          <label className="inline-field">
            <input type="checkbox" checked={chosen.size === mine.length} onChange={(event) => setChosen(new Set(event.target.checked ? mine : []))} />
            {t('approvals.all')}
          </label>
          <Input aria-label={t('approvals.note')} placeholder={t('approvals.note')} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
          <Button type="primary" disabled={chosen.size === 0} loading={decide.isPending} onClick={() => decide.mutate(true)}>{t('approvals.approve', { count: chosen.size })}</Button>
          <Button disabled={chosen.size === 0 || note.trim() === ''} title={t('approvals.reject.title')} loading={decide.isPending} onClick={() => decide.mutate(false)}>{t('approvals.reject', { count: chosen.size })}</Button>
        </div>
      )}
      {failed.map((each) => <p key={each.id} className="effect-problem" role="alert">{t('approvals.failed', { id: each.id, outcome: names.proposalState(each.outcome), why: each.why })}</p>)}
      {error !== null && <Problem error={error} />}
      <ul className="proposals">
        {proposals.map((proposal) => (
          <ProposalCard
            key={proposal.id}
            proposal={proposal}
            chosen={chosen.has(proposal.id)}
            onChoose={(on) => choose(proposal.id, on)}
            onWithdraw={() => withdraw.mutate(proposal.id)}
          />
        ))}
      </ul>
    </>
  );
}
