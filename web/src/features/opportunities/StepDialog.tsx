import { Input, Modal } from 'antd';
import { useState } from 'react';
import { addStep, type Opportunity } from '../../api/opportunities.ts';
import { bankDay } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useOpportunity } from './useOpportunity.ts';

/** The next step, as a task of whoever has the opportunity. */
export function StepDialog({ of, onClose }: { of: Opportunity; onClose: () => void }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState(bankDay(1));
  const save = useOpportunity(() => addStep(of.id, { title, dueOn }), onClose);
  return (
    <Modal open width={440} title={t('opportunities.step')} okText={t('tasks.give')} cancelText={t('action.cancel')} okButtonProps={{ disabled: title.trim() === '' || dueOn === '' }} confirmLoading={save.isPending} onOk={() => save.mutate(undefined)} onCancel={onClose}>
      <label className="dialog-field"><span>{t('column.tasks.title')}</span><Input autoFocus maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} /></label>
      <label className="dialog-field"><span>{t('column.tasks.dueOn')}</span><Input type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} /></label>
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
