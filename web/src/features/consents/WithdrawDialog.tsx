import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { withdrawConsent, type Consent } from '../../api/consents.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';

interface Props {
  number: string;
  entity: string;
  purpose: string;
  open: readonly Consent[];
  onClose: () => void;
}

/** All open channels are chosen: whoever withdraws mostly means all of them. */
export function WithdrawDialog({ number, entity, purpose, open, onClose }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const given = [...new Set(open.map((each) => each.channel))];
  const [channels, setChannels] = useState<readonly string[]>(given);
  const [how, setHow] = useState('');
  const save = useMutation({
    mutationFn: () => withdrawConsent(number, { entity, purpose, channels: [...channels], how: how.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['party', number, 'consents'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      width={440}
      title={t('consents.withdraw.title', { purpose: names.consentPurpose(purpose) })}
      okText={t('consents.withdraw.ok', { count: channels.length })}
      cancelText={t('action.cancel')}
      okButtonProps={{ danger: true, disabled: channels.length === 0 }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <p className="dialog-text">{t('consents.withdraw.help')}</p>
      <div className="dialog-field" role="group" aria-label={t('consents.channels')}>
        <span>{t('consents.channels')}</span>
        <Checkbox.Group value={[...channels]} onChange={(next) => setChannels(next)} options={given.map((channel) => ({ value: channel, label: names.consentChannel(channel) }))} />
      </div>
      <label className="dialog-field">
        <span>{t('consents.how')}</span>
        <Input maxLength={200} value={how} onChange={(event) => setHow(event.target.value)} />
      </label>
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
