import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { addWording, wordingsQuery } from '../../api/consents.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';
import { useNames } from '../../components/useNames.ts';

/** What is read to customers of a legal entity; publishing makes a new version and leaves what was agreed to as it is. */
export function WordingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const [entity, setEntity] = useState('');
  const [purpose, setPurpose] = useState('marketing');
  const [typed, setTyped] = useState<string | null>(null);
  const current = useQuery(wordingsQuery(entity));
  const now = current.data?.find((each) => each.purpose === purpose);
  const text = typed ?? now?.text ?? '';
  const publish = useMutation({
    mutationFn: () => addWording({ entity, purpose, text }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['consents', 'wordings'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      width={560}
      title={t('consents.wording.title')}
      okText={t('consents.wording.ok', { version: (now?.version ?? 0) + 1 })}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: now === undefined || text.trim() === '' || text === now.text }}
      confirmLoading={publish.isPending}
      onOk={() => publish.mutate()}
      onCancel={onClose}
    >
      <p className="dialog-text">{t('consents.wording.help')}</p>
      <div className="form-two">
        <div className="dialog-field">
          <span>{t('column.consents.entity')}</span>
          <UnitSelect label={t('column.consents.entity')} value={entity} onChange={setEntity} entities />
        </div>
        <div className="dialog-field">
          <span>{t('column.consents.purpose')}</span>
          <Select
            aria-label={t('column.consents.purpose')}
            value={purpose}
            onChange={(next) => {
              setPurpose(next);
              setTyped(null);
            }}
            options={['marketing', 'survey', 'care'].map((each) => ({ value: each, label: names.consentPurpose(each) }))}
          />
        </div>
      </div>
      <label className="dialog-field">
        <span>{t('consents.wording.text')}</span>
        <Input.TextArea rows={5} maxLength={2000} value={text} disabled={now === undefined} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {publish.error !== null && <Problem error={publish.error} />}
    </Modal>
  );
}
