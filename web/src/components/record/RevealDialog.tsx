import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { ApiError, pathOf, post } from '../../api/client.ts';
import type { AttributeValue } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../Problem.tsx';
import { useNames } from '../useNames.ts';

interface Revealed {
  attributes: readonly { attribute: string; value: AttributeValue }[];
  quota: { used: number; limit: number };
}

interface Props {
  number: string;
  attribute: string;
  masked: readonly string[];
  onShown: (values: readonly (readonly [string, AttributeValue])[]) => void;
  onClose: () => void;
}

const usual = ['verify', 'contact', 'correct'] as const;

/** Asks why before it shows personal data in clear; says afterwards how much of the day's quota is used. */
export function RevealDialog({ number, attribute, masked, onShown, onClose }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([attribute]);
  const reveal = useMutation({
    mutationFn: () => post<Revealed>(pathOf('parties', number, 'reveal'), { attributes: chosen, reason: reason.trim() }),
    onSuccess: ({ attributes }) => onShown(attributes.map((each) => [each.attribute, each.value] as const)),
  });
  const spent = reveal.error instanceof ApiError && reveal.error.code === 'quota-used';
  const quota = reveal.data?.quota;

  return (
    <Modal
      open
      width={440}
      title={t('reveal.title')}
      okText={quota === undefined ? t('reveal.ok', { count: chosen.length }) : t('action.close')}
      cancelText={t('action.cancel')}
      cancelButtonProps={{ hidden: quota !== undefined }}
      okButtonProps={{ disabled: quota === undefined && (reason.trim() === '' || chosen.length === 0 || spent) }}
      confirmLoading={reveal.isPending}
      onOk={() => (quota === undefined ? reveal.mutate() : onClose())}
      onCancel={onClose}
    >
      {quota !== undefined ? (
        <p role="status">{t('reveal.quota', { used: quota.used, limit: quota.limit })}</p>
      ) : (
        <>
          <p className="dialog-text">{t('reveal.help')}</p>
          <div className="dialog-field">
            <span>{t('reveal.what')}</span>
            <Checkbox.Group
              value={[...chosen]}
              onChange={(values) => setChosen(values)}
              options={masked.map((each) => ({ value: each, label: names.attribute(each) }))}
            />
          </div>
          <label className="dialog-field">
            <span>{t('reveal.reason')}</span>
            <Input.TextArea autoFocus rows={2} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
          <div className="reveal-usual">
            {usual.map((each) => <Button key={each} size="small" onClick={() => setReason(t(`reveal.usual.${each}`))}>{t(`reveal.usual.${each}`)}</Button>)}
          </div>
        </>
      )}
      {reveal.error !== null && <Problem error={reveal.error} />}
    </Modal>
  );
}
