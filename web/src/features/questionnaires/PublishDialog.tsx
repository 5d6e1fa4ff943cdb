import { useMutation, useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { checkQuery, publishQuestionnaire, type Questionnaire } from '../../api/library.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { Findings } from './Findings.tsx';

/** What is to be said first, then the note, then the version; an error is in the way. */
export function PublishDialog({ of, onClose, onPublished }: { of: Questionnaire; onClose: () => void; onPublished: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const check = useQuery(checkQuery(of.id, of.version, of.draft));
  const publish = useMutation({
    mutationFn: () => publishQuestionnaire(of.id, note.trim(), of.version),
    onSuccess: async () => {
      await onPublished();
      onClose();
    },
  });
  const isWrong = check.data?.some((each) => each.severity === 'error') !== false;
  const error = check.error ?? publish.error;
  return (
    <Modal
      open
      width={600}
      title={t('library.publish.title', { number: of.current + 1 })}
      okText={t('library.publish.ok', { number: of.current + 1 })}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: isWrong }}
      confirmLoading={publish.isPending}
      onOk={() => publish.mutate()}
      onCancel={onClose}
    >
      <p className="quiet">{t(of.current === 0 ? 'library.publish.first' : 'library.publish.next', { number: of.current })}</p>
      {check.data === undefined ? <PageSkeleton rows={2} /> : <Findings findings={check.data} />}
      <label className="dialog-field">
        <span>{t('library.note')}</span>
        <Input name="note" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      {error !== null && <Problem error={error} />}
    </Modal>
  );
}
