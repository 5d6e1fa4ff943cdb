import { useQuery } from '@tanstack/react-query';
import { documentsOfQuery } from '../../api/documents.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { DocumentFile } from './DocumentFile.tsx';

/** The files of a visit or a task, where it has some. */
export function Attached({ of }: { of: string }) {
  const { t } = useTranslation();
  const may = useMay()('documents.read');
  const { data, error, refetch } = useQuery({ ...documentsOfQuery(of), enabled: may });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <div className="attached" role="group" aria-label={t('documents.attached')}>
      {data.map((each) => <DocumentFile key={each.id} document={each} />)}
    </div>
  );
}
