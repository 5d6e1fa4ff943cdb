import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { saveBankItem } from '../../api/library.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';
import { useDesign } from './DesignContext.ts';
import { forBank } from './model/bank.ts';
import { key, type Part } from './model/document.ts';
import { setProperty } from './model/edits.ts';

/** Puts a question, or a panel as a block, into the bank; what stands here is from the bank then. */
export function SaveToBank({ part, name, onClose }: { part: Part; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const design = useDesign();
  const [tags, setTags] = useState<string[]>([]);
  const [unit, setUnit] = useState('');
  const save = useMutation({
    mutationFn: () => saveBankItem(null, forBank(part), tags, unit),
    onSuccess: async ({ id }) => {
      design.edit(setProperty(part[key], 'bank', `${id}@1`));
      onClose();
      await client.invalidateQueries({ queryKey: ['list', 'bank'] });
    },
  });
  return (
    <Modal open width={480} title={t('designer.bank.save')} okText={t('bank.add.ok')} cancelText={t('action.cancel')} confirmLoading={save.isPending} onOk={() => save.mutate()} onCancel={onClose}>
      <p className="dialog-text"><b>{name}</b></p>
      <p className="dialog-text quiet">{t('designer.bank.save.help')}</p>
      <div className="dialog-field">
        <span>{t('column.bank.labels')}</span>
        <Select mode="tags" aria-label={t('column.bank.labels')} open={false} suffixIcon={null} tokenSeparators={[',', '，', ' ']} value={tags} onChange={setTags} />
      </div>
      <div className="dialog-field">
        <span>{t('library.unit')}</span>
        <UnitSelect label={t('library.unit')} value={unit} onChange={setUnit} />
      </div>
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
