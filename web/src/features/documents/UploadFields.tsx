import { useMutation } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import type { Documents } from '../../api/documents.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatBytes } from '../../format/figures.ts';
import { FileChooser } from './FileChooser.tsx';
import type { Chosen } from './shrink.ts';
import { useSending } from './useSending.ts';

/** What it is, then the files: they are sent as soon as they are chosen. */
export function UploadFields({ number, documents }: { number: string; documents: Documents }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const [kind, setKind] = useState(documents.kinds.at(-1) ?? '');
  const [note, setNote] = useState('');
  const { percent, send } = useSending();
  const upload = useMutation({
    mutationFn: (chosen: readonly Chosen[]) => send({ number, kind, note: note.trim() }, chosen),
    onSuccess: () => setNote(''),
  });
  return (
    <section className="document-upload" aria-label={t('documents.upload')}>
      <div className="form-two">
        <div className="dialog-field">
          <span>{t('documents.kind')}</span>
          <Select aria-label={t('documents.kind')} value={kind} onChange={setKind} options={documents.kinds.map((each) => ({ value: each, label: names.documentKind(each) }))} />
        </div>
        <label className="dialog-field"><span>{t('documents.note')}</span><Input maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></label>
      </div>
      <FileChooser accept={documents.extensions.join(',')} percent={percent} onChoose={(chosen) => chosen.length > 0 && upload.mutate(chosen)} />
      <p className="quiet">{t('documents.help', { extensions: names.list(documents.extensions.map((each) => each.slice(1))), size: formatBytes(documents.mostBytes, i18n.language) })}</p>
      {upload.error !== null && <Problem error={upload.error} />}
    </section>
  );
}
