import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { post } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import { plansQuery } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useWork } from './useWork.ts';
import './tasks.css';

interface Step {
  title: string;
  offset: number;
}

const noSteps: readonly Step[] = [{ title: '', offset: 0 }];

/** Plans and templates: what there is, and a new one. They are started from the list of customers. */
export function PlansDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay()('work.assign');
  const plans = useQuery(plansQuery);
  const [name, setName] = useState('');
  const [steps, setSteps] = useState<readonly Step[]>(noSteps);
  const save = useWork(
    () => post('/api/plans', { id: 0, name, closed: false, steps: steps.filter((step) => step.title.trim() !== '').map((step) => ({ ...step, evidence: false, priority: 0 })) }),
    () => {
      setName('');
      setSteps(noSteps);
    },
  );
  const change = (index: number, part: Partial<Step>) => setSteps(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  return (
    <Modal open width={560} title={t('plans.title')} footer={null} onCancel={onClose}>
      <p className="quiet">{t('plans.help')}</p>
      <ul>
        {(plans.data ?? []).map((plan) => (
          <li key={plan.id}><b>{plan.name}</b>: {plan.steps.map((step) => `${step.title} (+${step.offset})`).join(' → ')}</li>
        ))}
      </ul>
      {may && (
        <>
          <label className="dialog-field"><span>{t('plans.name')}</span><Input maxLength={120} value={name} onChange={(event) => setName(event.target.value)} /></label>
          {steps.map((step, index) => (
            <div key={index} className="plan-steps">
              <label className="dialog-field"><span>{t('plans.step', { number: index + 1 })}</span><Input maxLength={120} value={step.title} onChange={(event) => change(index, { title: event.target.value })} /></label>
              <label className="dialog-field"><span>{t('plans.offset')}</span><InputNumber min={0} max={730} value={step.offset} onChange={(offset) => change(index, { offset: offset ?? 0 })} /></label>
            </div>
          ))}
          <div className="task-actions">
            <Button disabled={steps.length >= 20} onClick={() => setSteps([...steps, { title: '', offset: (steps.at(-1)?.offset ?? 0) + 7 }])}>{t('plans.addStep')}</Button>
            <Button type="primary" disabled={name.trim() === '' || steps.every((step) => step.title.trim() === '')} loading={save.isPending} onClick={() => save.mutate(undefined)}>{t('plans.save')}</Button>
          </div>
        </>
      )}
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
