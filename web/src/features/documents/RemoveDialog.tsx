import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { removeDocument, type DocumentView } from '../../api/documents.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';

/** Says what is lost, and asks why. */
export function RemoveDialog({ document, onClose }: { document: DocumentView; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const remove = useMutation({
    mutationFn: () => removeDocument(document.id, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['party', document.customer, 'documents'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      width={440}
      title={t('documents.remove.title', { name: document.name })}
      okText={t('documents.remove')}
      cancelText={t('action.cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      confirmLoading={remove.isPending}
      onOk={() => remove.mutate()}
      onCancel={onClose}
    >
      <p className="dialog-text">{t('documents.remove.help')}</p>
      <label className="dialog-field"><span>{t('work.reason')}</span><Input autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></label>
      {remove.error !== null && <Problem error={remove.error} />}
    </Modal>
  );
}
