import { Modal } from 'antd';
import { useState } from 'react';
import { contentOf, type DocumentView } from '../../api/documents.ts';
import { useTranslation } from '../../app/translation.ts';
import './documents.css';

/** A picture is shown small and opens in the page; any other file is saved, never opened here. */
export function DocumentFile({ document: { id, name, contentType } }: { document: DocumentView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!contentType.startsWith('image/')) {
    const extension = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
    return <a className="document-file" href={contentOf(id)} download={name} aria-label={t('documents.open', { name })}><span aria-hidden="true">{extension}</span></a>;
  }
  return (
    <>
      <button type="button" className="document-file" aria-label={t('documents.open', { name })} onClick={() => setOpen(true)}><img src={contentOf(id)} alt="" loading="lazy" /></button>
      {open && <Modal open width={900} footer={null} title={name} onCancel={() => setOpen(false)}><img className="document-picture" src={contentOf(id)} alt={name} /></Modal>}
    </>
  );
}
