import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { setAssistants, type CustomerIn } from '../../api/customers.ts';
import { useTranslation } from '../../app/translation.ts';
import { PersonSelect } from '../../components/PersonSelect.tsx';
import { Problem } from '../../components/Problem.tsx';

/** As many as a customer can have. */
const most = 2;

/** Who assists the customer's manager in a legal entity, and with which share; what is left is the manager's. */
export function AssistantsDialog({ number, of, onClose }: { number: string; of: CustomerIn; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [assistants, setDraft] = useState(of.assistants.map(({ person, share }) => ({ person, share })));
  const save = useMutation({
    mutationFn: () => setAssistants(number, of.entity, assistants),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['party', number] });
      onClose();
    },
  });
  const change = (at: number, part: Partial<(typeof assistants)[number]>) => setDraft(assistants.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const left = 100 - assistants.reduce((sum, each) => sum + each.share, 0);
  return (
    <Modal open width={440} title={t('assistants.title', { entity: of.entityName })} okText={t('action.save')} cancelText={t('action.cancel')} okButtonProps={{ disabled: assistants.some((each) => each.person === '') || left < 1 }} confirmLoading={save.isPending} onOk={() => save.mutate()} onCancel={onClose}>
      <p className="dialog-text">{t('assistants.help', { manager: of.manager, share: left })}</p>
      {assistants.map((each, i) => (
        <div key={i} className="assistant-line">
          <PersonSelect by="id" label={t('assistants.who', { count: i + 1 })} value={each.person} onChange={(person) => change(i, { person })} />
          <InputNumber size="small" aria-label={t('assistants.share', { count: i + 1 })} min={1} max={99} precision={0} suffix="%" value={each.share} onChange={(share) => change(i, { share: share ?? 1 })} />
          <Button size="small" onClick={() => setDraft(assistants.filter((_, at) => at !== i))}>{t('action.remove')}</Button>
        </div>
      ))}
      {assistants.length < most && <Button size="small" onClick={() => setDraft([...assistants, { person: '', share: 20 }])}>{t('assistants.add')}</Button>}
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
