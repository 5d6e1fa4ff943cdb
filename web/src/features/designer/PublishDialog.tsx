import { useMutation, useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { publish, versionQuery } from '../../api/designer.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useLooked, type PlacedFinding } from './DesignContext.ts';
import { FindingsList } from './FindingsList.tsx';
import { changesBetween, type Changes } from './model/changes.ts';
import { nameOf, readDocument, writeDocument, type Part } from './model/document.ts';
import { anyText } from './model/texts.ts';
import type { Saving } from './useAutosave.ts';

interface Props {
  id: string;
  /** The number of the version that is asked now; 0 before the first. */
  current: number;
  saving: Saving;
  findings: readonly PlacedFinding[];
  onOpen: (finding: PlacedFinding) => void;
  onDone: (number: number) => void;
  onClose: () => void;
}

/** Before a version is published: what the check says, what is new in it, and a line for colleagues. */
export function PublishDialog({ id, current, saving, findings, onOpen, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const { document } = useLooked();
  const [note, setNote] = useState('');
  const { data: before, error } = useQuery(versionQuery(id, current));
  const changes = useMemo(() => (before === undefined ? null : changesBetween(readDocument(JSON.stringify(before)), readDocument(writeDocument(document)))), [before, document]);
  const errors = findings.filter((finding) => finding.severity === 'error');
  const release = useMutation({
    mutationFn: async () => {
      if (!(await saving.now())) throw saving.error ?? new Error('unsaved');
      return publish(id, note.trim(), saving.version);
    },
    onSuccess: ({ number }) => onDone(number),
  });
  return (
    <Modal
      open
      width={560}
      title={t('designer.publish')}
      okText={t('designer.publish.ok', { number: current + 1 })}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: errors.length > 0 || saving.state !== 'saved' }}
      confirmLoading={release.isPending}
      onOk={() => release.mutate()}
      onCancel={onClose}
    >
      {current > 0 && <p className="dialog-text">{t('designer.publish.help', { number: current })}</p>}
      {error !== null && <Problem error={error} />}
      {current > 0 && changes !== null && <ChangesView changes={changes} />}
      <h3>{t('designer.findings')}</h3>
      <FindingsList list={findings} onOpen={onOpen} />
      {errors.length > 0 && <p className="property-said" data-severity="error">{t('designer.publish.errors', { count: errors.length })}</p>}
      <label className="dialog-field publish-note">
        <span>{t('designer.publish.note')}</span>
        <Input maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      {saving.state !== 'saved' && <p className="quiet" role="status">{t('designer.publish.unsaved')}</p>}
      {release.error !== null && <Problem error={release.error} />}
    </Modal>
  );
}

function ChangesView({ changes }: { changes: Changes }) {
  const { t } = useTranslation();
  const { language } = useLooked();
  const names = (parts: readonly Part[]) => parts.slice(0, 12).map((part) => anyText(part['title'], language) || nameOf(part)).join(t('list.separator')) + (parts.length > 12 ? ' …' : '');
  const lines: [string, readonly Part[]][] = [['added', changes.added], ['gone', changes.gone], ['retyped', changes.retyped], ['changed', changes.changed.map((each) => each.part)]];
  const nothing = lines.every(([, parts]) => parts.length === 0) && changes.moved === 0 && changes.whole.length === 0;
  return (
    <section className="changes" aria-label={t('designer.changes')}>
      <h3>{t('designer.changes')}</h3>
      {nothing && <p className="quiet">{t('designer.changes.none')}</p>}
      <dl>
        {lines.filter(([, parts]) => parts.length > 0).map(([what, parts]) => (
          <div key={what} data-what={what}><dt>{t(`designer.changes.${what}` as 'designer.changes.added')} <b className="figures">{parts.length}</b></dt><dd>{names(parts)}</dd></div>
        ))}
        {changes.moved > 0 && <div><dt>{t('designer.changes.moved')} <b className="figures">{changes.moved}</b></dt><dd /></div>}
        {changes.whole.length > 0 && <div><dt>{t('designer.changes.whole')}</dt><dd>{changes.whole.map((property) => t(`designer.property.${property}` as 'designer.property.title')).join(t('list.separator'))}</dd></div>}
      </dl>
      {changes.retyped.length > 0 && <p className="property-said" data-severity="warning">{t('designer.changes.retyped.help')}</p>}
    </section>
  );
}
