import { useQuery } from '@tanstack/react-query';
import { Input, InputNumber, Modal, Select, Switch } from 'antd';
import { useDeferredValue, useState } from 'react';
import { nameIn, saveRule, type OpportunityRule, type Pipeline } from '../../api/opportunities.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useOpportunity } from './useOpportunity.ts';
import { Yuan } from './Yuan.tsx';

const kinds = ['maturing', 'repaid', 'inflow', 'outflow'] as const;
const wants = { maturing: ['days', 'from'], repaid: ['percent', 'from'], inflow: ['days', 'from'], outflow: [] } as const;

/** A rule, with how many opportunities it would open today before it is kept. */
export function RuleDialog({ entity, pipelines, known, onClose }: { entity: string; pipelines: readonly Pipeline[]; known: OpportunityRule | null; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const [draft, setDraft] = useState({
    name: known?.name ?? '', kind: (known?.kind ?? 'maturing') as (typeof kinds)[number], figures: known?.figures ?? { days: 30, from: 10_000_000, percent: 10 }, pipeline: known?.pipeline ?? pipelines[0]?.code ?? '',
    stage: known?.stage ?? '', product: known?.product ?? '', title: known?.title ?? '', state: known?.state ?? 'open',
  });
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const asked = useDeferredValue(draft);
  const complete = (of: typeof draft) => of.name.trim() !== '' && of.title.trim() !== '';
  const finds = useQuery({ queryKey: ['opportunities', 'rule-preview', entity, known?.id, asked], queryFn: () => saveRule(known?.id ?? 0, { ...asked, entity, version: known?.version ?? 0, preview: true }), enabled: complete(asked), retry: false });
  const save = useOpportunity(() => saveRule(known?.id ?? 0, { ...draft, entity, version: known?.version ?? 0, preview: false }), onClose);
  const figures: readonly string[] = wants[draft.kind];
  const number = (name: 'days' | 'percent', most: number) => (
    <label className="dialog-field"><span>{t(`opportunities.rule.${name}`)}</span><InputNumber aria-label={t(`opportunities.rule.${name}`)} min={1} max={most} precision={0} value={draft.figures[name]} onChange={(value) => set({ figures: { ...draft.figures, [name]: value ?? 1 } })} /></label>
  );
  return (
    <Modal open width={520} title={t(known === null ? 'opportunities.rule.add' : 'opportunities.rule.change')} okText={t('opportunities.save')} cancelText={t('action.cancel')} okButtonProps={{ disabled: !complete(draft) }} confirmLoading={save.isPending} onOk={() => save.mutate(undefined)} onCancel={onClose}>
      <label className="dialog-field"><span>{t('opportunities.rule.name')}</span><Input autoFocus maxLength={120} value={draft.name} onChange={(event) => set({ name: event.target.value })} /></label>
      <div className="dialog-field"><span>{t('opportunities.rule.kind')}</span><Select aria-label={t('opportunities.rule.kind')} value={draft.kind} onChange={(kind) => set({ kind })} options={kinds.map((kind) => ({ value: kind, label: t(`opportunities.rule.${kind}`) }))} /></div>
      <div className="form-two">
        {figures.includes('days') && number('days', 366)}
        {figures.includes('percent') && number('percent', 99)}
        {figures.includes('from') && <label className="dialog-field"><span>{t('opportunities.rule.from')}</span><Yuan label={t('opportunities.rule.from')} cents={draft.figures.from} onChange={(from) => set({ figures: { ...draft.figures, from } })} /></label>}
      </div>
      <label className="dialog-field"><span>{t('opportunities.rule.title')}</span><Input maxLength={120} value={draft.title} onChange={(event) => set({ title: event.target.value })} /></label>
      <div className="form-two">
        <div className="dialog-field"><span>{t('opportunities.pipeline')}</span><Select aria-label={t('opportunities.pipeline')} value={draft.pipeline} onChange={(pipeline) => set({ pipeline, stage: '' })} options={pipelines.filter((each) => each.state === 'open').map((each) => ({ value: each.code, label: nameIn(each, i18n.language) }))} /></div>
        <label className="dialog-field"><span>{t('opportunities.field.product')}</span><Input maxLength={120} value={draft.product} onChange={(event) => set({ product: event.target.value })} /></label>
      </div>
      <label className="inline-field"><Switch aria-label={t('opportunities.rule.on')} checked={draft.state === 'open'} onChange={(on) => set({ state: on ? 'open' : 'closed' })} /><span>{t('opportunities.rule.on')}</span></label>
      {finds.data !== undefined && <p role="status">{t('opportunities.rule.finds', { count: finds.data.finds })}</p>}
      {(save.error ?? finds.error) !== null && <Problem error={save.error ?? finds.error ?? new Error('unknown')} />}
    </Modal>
  );
}
