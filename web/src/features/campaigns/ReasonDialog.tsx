import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';

interface Props {
  title: string;
  help: string;
  pending: boolean;
  error: Error | null;
  onOk: (reason: string) => void;
  onClose: () => void;
}

/** What cannot be undone says what it will change, and asks why. */
export function ReasonDialog({ title, help, pending, error, onOk, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal open title={title} okText={title} cancelText={t('action.cancel')} okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: pending }} onOk={() => onOk(reason.trim())} onCancel={onClose}>
      <p>{help}</p>
      <label className="dialog-field">{t('field.reason')}<Input autoFocus value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} /></label>
      {error !== null && <Problem error={error} />}
    </Modal>
  );
}
