import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { recordResponse, settleDoubt, targetQuery, type Target } from '../../api/campaigns.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { When } from '../../components/When.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import './campaigns.css';

const byHand = ['interested', 'not-interested', 'wrong-contact', 'complaint'] as const;

/** What a campaign did with one customer, what came back, and what one writes down. */
export function TargetPanel({ campaign, id }: { campaign: string; id: string }) {
  const { data, error } = useQuery(targetQuery(campaign, id));
  if (error !== null) return <Problem error={error} />;
  return data === undefined ? <PageSkeleton rows={4} /> : <Panel target={data} />;
}

export function Panel({ target }: { target: Target }) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const [kind, setKind] = useState<string>('interested');
  const [note, setNote] = useState('');
  const [doubt, setDoubt] = useState<{ step: number; again: boolean } | null>(null);
  const after = {
    onSuccess: async () => {
      setNote('');
      setDoubt(null);
      await Promise.all([['campaigns'], ['list', 'campaign-targets'], ['party']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  };
  const respond = useMutation({ mutationFn: () => recordResponse(target.campaign, target.id, kind, note.trim()), ...after });
  const settle = useMutation({ mutationFn: ({ step, again, reason }: { step: number; again: boolean; reason: string }) => settleDoubt(target.campaign, target.id, step, again, reason), ...after });
  const asked = target.outcome === 'in' && !target.held && ['running', 'paused', 'stopped', 'ended'].includes(target.campaignState);
  return (
    <div className="campaign-target" data-target={target.id}>
      <p>
        {target.outcome !== 'in' ? <Tag>{t(`option.campaign-targets.outcome.${target.outcome as 'closed'}`)}</Tag> : <Tag>{t(`option.campaign-targets.state.${target.state as 'waiting'}`)}</Tag>}
        {target.response !== '' && <Tag color="success">{t(`option.campaign-targets.response.${target.response as 'interested'}`)}</Tag>}
        {target.wonAt !== null && <Tag color="success">{t('campaigns.figure.won')}</Tag>}
      </p>
      {target.contacts.length > 0 && (
        <ul className="campaign-contacts">
          {target.contacts.map((each) => (
            <li key={`${each.step}/${each.attempt}`} data-state={each.state}>
              <span>{each.step} · {t(`campaigns.kind.${each.kind as 'task'}`)}</span> <Tag color={each.state === 'doubt' ? 'warning' : 'default'}>{t(`campaigns.contact.${each.state as 'sent'}`)}</Tag> <When at={each.at} />
              {each.state === 'doubt' && may('campaigns.edit') && (
                <span className="campaign-doubt">
                  <Button size="small" onClick={() => setDoubt({ step: each.step, again: true })}>{t('campaigns.doubt.again')}</Button>
                  <Button size="small" onClick={() => setDoubt({ step: each.step, again: false })}>{t('campaigns.doubt.leave')}</Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {target.responses.map((each) => <p key={each.at}><b>{t(`option.campaign-targets.response.${each.kind as 'interested'}`)}</b> {each.note} <span className="quiet">{each.person} <When at={each.at} /></span></p>)}
      {asked && may('work.edit') && (
        <div className="campaign-respond">
          <Select size="small" aria-label={t('campaigns.respond')} value={kind} options={byHand.map((each) => ({ value: each, label: t(`option.campaign-targets.response.${each}`) }))} onChange={setKind} />
          <Input size="small" aria-label={t('campaigns.respond.note')} placeholder={t('campaigns.respond.note')} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          <Button size="small" type="primary" loading={respond.isPending} onClick={() => respond.mutate()}>{t('campaigns.respond.save')}</Button>
        </div>
      )}
      {respond.error !== null && <Problem error={respond.error} />}
      {doubt !== null && (
        <ReasonDialog
          title={t(doubt.again ? 'campaigns.doubt.again' : 'campaigns.doubt.leave')}
          help={t(doubt.again ? 'campaigns.doubt.again.help' : 'campaigns.doubt.leave.help')}
          pending={settle.isPending}
          error={settle.error}
          onOk={(reason) => settle.mutate({ ...doubt, reason })}
          onClose={() => setDoubt(null)}
        />
      )}
    </div>
  );
}
