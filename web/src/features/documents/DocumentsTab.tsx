import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { documentsQuery, type DocumentView } from '../../api/documents.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { formatBytes } from '../../format/figures.ts';
import { DocumentFile } from './DocumentFile.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { UploadFields } from './UploadFields.tsx';
import './documents.css';

/** The files about a customer, and what each belongs to. */
export function DocumentsTab({ number }: { number: string }) {
  const { t } = useTranslation();
  const may = useMay()('documents.edit');
  const [removing, setRemoving] = useState<DocumentView | null>(null);
  const { data, error, refetch } = useQuery(documentsQuery(number));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton rows={4} />;
  return (
    <div className="documents">
      {may && <UploadFields number={number} documents={data} />}
      {data.documents.length === 0
        ? <Nothing title={t('documents.none')} help={t('documents.none.help')} />
        : <ul className="document-list">{data.documents.map((each) => <Row key={each.id} document={each} onRemove={may ? () => setRemoving(each) : null} />)}</ul>}
      {removing !== null && <RemoveDialog document={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}

function Row({ document, onRemove }: { document: DocumentView; onRemove: (() => void) | null }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  return (
    <li data-document={document.kind}>
      <DocumentFile document={document} />
      <span className="document-about">
        <span><Tag>{names.documentKind(document.kind)}</Tag><b>{document.name}</b></span>
        {document.note !== '' && <span>{document.note}</span>}
        <span className="quiet">
          <span className="figures">{formatBytes(document.bytes, i18n.language)}</span> · {document.by} · <When at={document.at} /> · {document.entityName}
          {[...new Map(document.of.map((each) => [each.split('/')[0], each])).values()].map((each) => <span key={each}> · <Belongs to={each} /></span>)}
        </span>
      </span>
      {onRemove !== null && <Button size="small" aria-label={t('documents.remove.named', { name: document.name })} onClick={onRemove}>{t('documents.remove')}</Button>}
    </li>
  );
}

/** The visit, task or consent that a document is of. */
function Belongs({ to }: { to: string }) {
  const { t } = useTranslation();
  const [what = '', id = ''] = to.split('/');
  return <Link to={what === 'consent' ? '?tab=consents' : `/${what}s?open=${id}`}>{t(`documents.of.${what as 'visit'}`)}</Link>;
}
