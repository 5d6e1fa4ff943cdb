import { useQuery } from '@tanstack/react-query';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { nameIn, opportunityQuery, pipelinesQuery, undoMove, type Opportunity, type Stage } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { PartyLink } from '../../components/labels.tsx';
import { Problem } from '../../components/Problem.tsx';
import { When } from '../../components/When.tsx';
import { formatMoney } from '../../format/figures.ts';
import { Attached } from '../documents/Attached.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { OpportunityDialog } from './OpportunityDialog.tsx';
import { originText } from './origin.ts';
import { StepDialog } from './StepDialog.tsx';
import { useOpportunity } from './useOpportunity.ts';
import './opportunities.css';

/** An opportunity: what is known of it, where it lies, and what can be done with it. */
export function OpportunityPanel({ id }: { id: number }) {
  const found = useQuery(opportunityQuery(id));
  if (found.isError && found.data === undefined) return <Problem error={found.error} onRetry={() => void found.refetch()} />;
  return found.data === undefined ? <PageSkeleton rows={6} /> : <Panel opportunity={found.data} />;
}

function Panel({ opportunity: o }: { opportunity: Opportunity }) {
  const { t, i18n } = useTranslation();
  const [dialog, setDialog] = useState<'edit' | 'step' | Stage | null>(null);
  const pipeline = useQuery(pipelinesQuery).data?.pipelines.find((each) => each.id === o.pipeline);
  const undo = useOpportunity(() => undoMove(o.id, o.version));
  const nameOf = (stage: number) => {
    const found = pipeline?.stages.find((each) => each.id === stage);
    return found === undefined ? '' : nameIn(found, i18n.language);
  };
  const reasonOf = (code: string) => {
    const found = pipeline?.reasons.find((each) => each.code === code);
    return found === undefined ? code : nameIn(found, i18n.language);
  };
  const facts = [
    [t('opportunities.field.amount'), o.amount === null || o.amount === 0 ? '' : formatMoney(o.amount, i18n.language)],
    [t('opportunities.field.chance'), `${o.chance}%`],
    [t('opportunities.field.expected'), o.expected],
    [t('opportunities.field.product'), o.product],
    [t('opportunities.owner'), o.ownerName === '' ? t('opportunities.owner.none') : `${o.ownerName} · ${o.unitName}`],
    [t('opportunities.field.contact'), o.contact],
    [t('opportunities.field.note'), o.note],
    [t('opportunities.origin'), originText(t, o.origin)],
    [t('opportunities.reason'), o.reason === '' ? '' : reasonOf(o.reason)],
    [t('opportunities.remark'), o.remark],
  ] as const;
  const targets = (pipeline?.stages ?? []).filter((stage) => stage.state === 'open' && stage.id !== o.stage);
  const moving = dialog !== null && typeof dialog === 'object' ? dialog : null;
  return (
    <div className="opp-panel" data-state={o.state} data-version={o.version}>
      <p className="opp-panel-head">
        <Tag color={o.state === 'won' ? 'success' : o.state === 'lost' ? 'default' : 'processing'}>{nameOf(o.stage)}</Tag>
        {o.state === 'open' && <span className={o.tooLong ? 'opp-late' : 'quiet'}>{t(o.tooLong ? 'opportunities.tooLong' : 'opportunities.days', { count: o.days })}</span>}
        {o.customer === '' ? <Link to={`/prospects?open=${o.prospect}`}>{o.name}</Link> : <>{o.name} <PartyLink number={o.customer} /></>}
      </p>
      <dl className="opp-facts">{facts.filter(([, value]) => value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <div className="opp-acts">
        <Select<number>
          className="opp-move"
          aria-label={t('opportunities.moveTo.label')}
          placeholder={t('opportunities.moveTo.label')}
          value={null}
          onChange={(id) => setDialog(targets.find((stage) => stage.id === id) ?? null)}
          options={targets.map((stage) => ({ value: stage.id, label: nameIn(stage, i18n.language) }))}
        />
        <Button onClick={() => setDialog('edit')}>{t('opportunities.edit')}</Button>
        <Button onClick={() => setDialog('step')}>{t('opportunities.step')}</Button>
        {o.undo && <Button loading={undo.isPending} onClick={() => undo.mutate(undefined)}>{t('opportunities.undo')}</Button>}
      </div>
      {undo.error !== null && <Problem error={undo.error} />}
      {o.tasks.length > 0 && (
        <section>
          <h3>{t('opportunities.steps')}</h3>
          <ul className="opp-list">{o.tasks.map((task) => <li key={task.id}><Link to={`/tasks?open=${task.id}`}>{task.title}</Link> <span className="figures quiet">{task.dueOn}</span> {t(`option.tasks.state.${task.state}`)}</li>)}</ul>
        </section>
      )}
      <Attached of={`opportunity/${o.id}`} />
      <section>
        <h3>{t('opportunities.history')}</h3>
        <ol className="opp-list">
          {o.moves.map((move) => (
            <li key={move.at + move.after}>
              <When at={move.at} /> {move.by} · {nameOf(move.after)}
              {move.before === 0 && move.reason !== '' ? <> · {t('opportunities.without', { product: move.remark, why: t(`problem.${move.reason}`) })}</> : (
                <>
                  {move.reason !== '' && <> · {reasonOf(move.reason)}</>}
                  {move.remark !== '' && <span className="quiet"> {move.remark}</span>}
                </>
              )}
            </li>
          ))}
        </ol>
      </section>
      {dialog === 'edit' && <OpportunityDialog known={o} onClose={() => setDialog(null)} />}
      {dialog === 'step' && <StepDialog of={o} onClose={() => setDialog(null)} />}
      {moving !== null && pipeline !== undefined && <MoveDialog id={o.id} pipeline={pipeline} stage={moving} onClose={() => setDialog(null)} />}
    </div>
  );
}
