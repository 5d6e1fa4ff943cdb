import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import { nameIn, savePipeline, type LostReason, type Pipeline, type PipelineSettings, type Stage } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useOpportunity } from './useOpportunity.ts';

interface Props {
  entity: string;
  /** Absent: a new one, which begins with the ends of another. */
  settings: PipelineSettings | undefined;
  start: Pipeline | undefined;
  onSaved: (id: number) => void;
}

const needs = ['amount', 'product', 'expected', 'contact', 'note', 'document'] as const;
const fresh: Stage = { id: 0, code: '', zh: '', en: '', kind: 'open', chance: 50, needs: [], days: 14, state: 'open' };

/** A pipeline's names, stages and lost reasons. What is in use is closed and not deleted, and the page says so. */
export function PipelineForm({ entity, settings, start, onSaved }: Props) {
  const { t, i18n } = useTranslation();
  const known = settings?.pipeline;
  const [draft, setDraft] = useState({
    zh: known?.zh ?? '', en: known?.en ?? '', state: known?.state ?? 'open',
    stages: known?.stages ?? [{ ...fresh, chance: 10 }, ...(start?.stages ?? []).filter((each) => each.kind !== 'open' && each.state === 'open').map((each) => ({ ...each, id: 0, code: '' }))],
    reasons: known?.reasons ?? (start?.reasons ?? []).map((each) => ({ ...each, code: '' })),
  });
  const [closed, setClosed] = useState<Readonly<Record<string, number>> | null>(null);
  const save = useOpportunity(() => savePipeline(known?.id ?? 0, { ...draft, entity, version: known?.version ?? 0 }), (saved) => {
    setClosed(saved.closed);
    onSaved(saved.pipeline.id);
  });
  const stages = (change: (stages: readonly Stage[]) => readonly Stage[]) => setDraft((before) => ({ ...before, stages: [...change(before.stages)] }));
  const stage = (at: number, part: Partial<Stage>) => stages((all) => all.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const swap = (at: number) => stages((all) => all.map((each, i) => (i === at ? all[at + 1] ?? each : i === at + 1 ? all[at] ?? each : each)));
  const reason = (at: number, part: Partial<LostReason>) => setDraft((before) => ({ ...before, reasons: before.reasons.map((each, i) => (i === at ? { ...each, ...part } : each)) }));
  const inUse = (id: number) => settings?.inUse[String(id)] ?? 0;
  const changed = known === undefined || JSON.stringify(draft) !== JSON.stringify({ zh: known.zh, en: known.en, state: known.state, stages: known.stages, reasons: known.reasons });
  return (
    <section className="opp-form" aria-label={known === undefined ? t('opportunities.pipeline.add') : nameIn(known, i18n.language)}>
      <div className="opp-names">
        <label className="dialog-field"><span>{t('opportunities.name.zh')}</span><Input maxLength={30} value={draft.zh} onChange={(event) => setDraft({ ...draft, zh: event.target.value })} /></label>
        <label className="dialog-field"><span>{t('opportunities.name.en')}</span><Input maxLength={30} value={draft.en} onChange={(event) => setDraft({ ...draft, en: event.target.value })} /></label>
        {known !== undefined && <label className="inline-field"><Switch aria-label={t('opportunities.pipeline.open')} checked={draft.state === 'open'} onChange={(on) => setDraft({ ...draft, state: on ? 'open' : 'closed' })} /><span>{t('opportunities.pipeline.open')}</span></label>}
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('opportunities.stages')}>
        <table className="plain-table opp-stages">
          <thead>
            <tr>
              <th scope="col">{t('opportunities.name.zh')}</th>
              <th scope="col">{t('opportunities.name.en')}</th>
              <th scope="col">{t('opportunities.stage.kind')}</th>
              <th scope="col">{t('opportunities.field.chance')}</th>
              <th scope="col">{t('opportunities.stage.days')}</th>
              <th scope="col">{t('opportunities.stage.needs')}</th>
              <th scope="col" className="right">{t('opportunities.stage.inUse')}</th>
              <th scope="col">{t('opportunities.stage.open')}</th>
              <th scope="col"><span className="visually-hidden">{t('opportunities.stage.acts')}</span></th>
            </tr>
          </thead>
          <tbody>
            {draft.stages.map((each, at) => {
              const named = nameIn(each, i18n.language) || t('opportunities.stage.new');
              return (
                <tr key={each.id === 0 ? `new ${at}` : each.id}>
                  <td><Input size="small" aria-label={`${named} ${t('opportunities.name.zh')}`} maxLength={30} value={each.zh} onChange={(event) => stage(at, { zh: event.target.value })} /></td>
                  <td><Input size="small" aria-label={`${named} ${t('opportunities.name.en')}`} maxLength={30} value={each.en} onChange={(event) => stage(at, { en: event.target.value })} /></td>
                  <td>{t(`option.opportunities.state.${each.kind}`)}</td>
                  <td><InputNumber size="small" aria-label={`${named} ${t('opportunities.field.chance')}`} min={0} max={100} precision={0} suffix="%" disabled={each.kind !== 'open'} value={each.chance} onChange={(value) => stage(at, { chance: value ?? 0 })} /></td>
                  <td><InputNumber size="small" aria-label={`${named} ${t('opportunities.stage.days')}`} min={0} max={3650} precision={0} disabled={each.kind !== 'open'} value={each.days} onChange={(value) => stage(at, { days: value ?? 0 })} /></td>
                  <td><Select size="small" mode="multiple" className="opp-needs" aria-label={`${named} ${t('opportunities.stage.needs')}`} value={[...each.needs]} onChange={(value: string[]) => stage(at, { needs: value })} options={needs.map((need) => ({ value: need, label: t(`opportunities.field.${need}`) }))} /></td>
                  <td className="right figures">{inUse(each.id)}</td>
                  <td><Switch size="small" aria-label={`${named} ${t('opportunities.stage.open')}`} checked={each.state === 'open'} onChange={(on) => stage(at, { state: on ? 'open' : 'closed' })} /></td>
                  <td className="opp-row-acts">
                    <Button size="small" aria-label={t('opportunities.stage.down', { name: named })} disabled={at === draft.stages.length - 1} onClick={() => swap(at)}>↓</Button>
                    <Button size="small" danger aria-label={t('opportunities.stage.remove', { name: named })} onClick={() => stages((all) => all.filter((_, i) => i !== at))}>{t('opportunities.remove')}</Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="opp-bar"><Button size="small" onClick={() => stages((all) => [...all.filter((each) => each.kind === 'open'), fresh, ...all.filter((each) => each.kind !== 'open')])}>{t('opportunities.stage.add')}</Button></div>
      <h2>{t('opportunities.reasons')}</h2>
      <ul className="opp-reasons">
        {draft.reasons.map((each, at) => (
          <li key={each.code === '' ? `new ${at}` : each.code}>
            <Input size="small" aria-label={`${t('opportunities.reason')} ${at + 1} ${t('opportunities.name.zh')}`} maxLength={30} value={each.zh} onChange={(event) => reason(at, { zh: event.target.value })} />
            <Input size="small" aria-label={`${t('opportunities.reason')} ${at + 1} ${t('opportunities.name.en')}`} maxLength={30} value={each.en} onChange={(event) => reason(at, { en: event.target.value })} />
            <Switch size="small" aria-label={`${t('opportunities.reason')} ${at + 1} ${t('opportunities.stage.open')}`} checked={!each.closed} onChange={(on) => reason(at, { closed: !on })} />
          </li>
        ))}
      </ul>
      <div className="opp-bar">
        <Button size="small" onClick={() => setDraft((before) => ({ ...before, reasons: [...before.reasons, { code: '', zh: '', en: '', closed: false }] }))}>{t('opportunities.reason.add')}</Button>
      </div>
      {closed !== null && Object.keys(closed).length > 0 && <p role="status" className="opp-late">{t('opportunities.stage.kept', { count: Object.values(closed).reduce((sum, each) => sum + each, 0) })}</p>}
      {save.error !== null && <Problem error={save.error} />}
      <div className="opp-bar"><Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => save.mutate(undefined)}>{t('opportunities.save')}</Button><span className="quiet">{t('opportunities.stage.help')}</span></div>
    </section>
  );
}
