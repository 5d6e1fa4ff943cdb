import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from '../../../app/translation.ts';
import { useLooked } from '../DesignContext.ts';
import type { Item } from '../model/names.ts';
import { readItems, writeItems } from '../model/paste.ts';

/** Many lines at once, as they come from a document or a sheet: each a choice. */
export function PasteDialog({ items, label, onDone, onClose }: { items: readonly Item[]; label: string; onDone: (items: readonly Item[]) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { language } = useLooked();
  const [text, setText] = useState(() => writeItems(items, language));
  const read = readItems(text, items, language);
  return (
    <Modal open width={520} title={t('designer.items.paste.title', { list: label })} okText={t('designer.items.paste.ok', { count: read.length })} cancelText={t('action.cancel')} okButtonProps={{ disabled: read.length === 0 || read.length > 500 }} onOk={() => {
      onDone(read);
      onClose();
    }} onCancel={onClose}>
      <p className="dialog-text">{t('designer.items.paste.help')}</p>
      <Input.TextArea autoFocus aria-label={label} rows={12} maxLength={50_000} value={text} onChange={(event) => setText(event.target.value)} />
    </Modal>
  );
}
