import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { designQuery } from '../../api/designer.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Designer } from './Designer.tsx';
import './designer.css';

/** /questionnaires/:id/design: one questionnaire, from its first question to its release. */
export function DesignerPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(designQuery(id));
  const [times, setTimes] = useState(0);
  useTitle(data?.title ?? t('designer.title'));
  if (error !== null && data === undefined) return <Problem error={error} onRetry={() => void refetch()} page />;
  const reopen = async () => {
    await refetch();
    setTimes((before) => before + 1);
  };
  return data === undefined ? <PageSkeleton rows={8} /> : <Designer key={`${id} ${times}`} opened={data} onReopen={reopen} />;
}
