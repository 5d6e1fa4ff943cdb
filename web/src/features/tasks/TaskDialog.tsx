import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { post } from '../../api/client.ts';
import { bankDay } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { PersonSelect } from '../../components/PersonSelect.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useWork } from './useWork.ts';

/** A new task; without a person it is one's own. */
export function TaskDialog({ customer = '', onClose }: { customer?: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState({ title: '', note: '', customer, assignee: '', dueOn: bankDay(1), lines: '', evidence: false, important: false });
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const save = useWork(() => {
    const { lines, important, ...rest } = draft;
    return post('/api/tasks', { ...rest, priority: important ? 1 : 0, checklist: lines.split('\n').map((line) => line.trim()).filter((line) => line !== '') });
  }, onClose);
  return (
    <Modal open width={520} title={t('tasks.new')} okText={t('tasks.give')} cancelText={t('action.cancel')} okButtonProps={{ disabled: draft.title.trim() === '' || draft.dueOn === '' }} confirmLoading={save.isPending} onOk={() => save.mutate(undefined)} onCancel={onClose}>
      <label className="dialog-field"><span>{t('column.tasks.title')}</span><Input autoFocus maxLength={120} value={draft.title} onChange={(event) => set({ title: event.target.value })} /></label>
      <div className="form-two">
        <label className="dialog-field"><span>{t('column.tasks.dueOn')}</span><Input type="date" value={draft.dueOn} onChange={(event) => set({ dueOn: event.target.value })} /></label>
        <div className="dialog-field"><span>{t('column.tasks.assignee')}</span><PersonSelect by="id" label={t('column.tasks.assignee')} value={draft.assignee} onChange={(assignee) => set({ assignee })} /></div>
      </div>
      <label className="dialog-field"><span>{t('work.customerNumber')}</span><Input value={draft.customer} onChange={(event) => set({ customer: event.target.value.trim() })} /></label>
      <label className="dialog-field"><span>{t('work.note')}</span><Input.TextArea maxLength={2000} rows={2} value={draft.note} onChange={(event) => set({ note: event.target.value })} /></label>
      <label className="dialog-field"><span>{t('tasks.checklist.help')}</span><Input.TextArea rows={2} value={draft.lines} onChange={(event) => set({ lines: event.target.value })} /></label>
      <Checkbox checked={draft.important} onChange={(event) => set({ important: event.target.checked })}>{t('tasks.important')}</Checkbox>
      <Checkbox checked={draft.evidence} onChange={(event) => set({ evidence: event.target.checked })}>{t('tasks.evidence')}</Checkbox>
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
