import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { correct } from '../../api/edits.ts';
import type { AttributeValue } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { Value } from '../../components/Value.tsx';

/** What joins the parts of a value (an address is a text and its region). */
const partSeparator = '\u001F';

interface Props {
  number: string;
  attribute: string;
  value: AttributeValue | null;
  onClose: () => void;
}

/** Asks for the new value of one attribute; what becomes of it is shown beside the value. */
export function EditDialog({ number, attribute, value, onClose }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const others = value?.[0]?.slice(1) ?? [];
  const save = useMutation({
    mutationFn: () => correct(number, attribute, [text.trim(), ...others].join(partSeparator)),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['party', number] });
      onClose();
    },
  });
  const submit = () => {
    if (text.trim() !== '' && !save.isPending) save.mutate();
  };
  return (
    <Modal
      open
      width={440}
      title={t('edit.title', { attribute: names.attribute(attribute) })}
      okText={t('edit.ok')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: text.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="dialog-text">{t('edit.help')}</p>
      {value !== null && <div className="dialog-field"><span>{t('edit.now')}</span><Value attribute={attribute} value={value.slice(0, 1)} /></div>}
      <label className="dialog-field">
        <span>{t('edit.new')}</span>
        <Input autoFocus maxLength={200} value={text} onChange={(event) => setText(event.target.value)} onPressEnter={submit} />
      </label>
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
