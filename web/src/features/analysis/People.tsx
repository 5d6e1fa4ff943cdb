import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { textsQuery, type AnalysisFilter } from '../../api/analysis.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { When } from '../../components/When.tsx';

/** Rows of one page, as the server has it. */
const page = 30;

/** Who is behind the figures, the newest first: the customers whom one sees, by name. */
export function People({ id, filter }: { id: string; filter: AnalysisFilter }) {
  const { t } = useTranslation();
  const [skip, setSkip] = useState(0);
  const people = useQuery(textsQuery(id, filter, null, null, skip));
  if (people.isError) return <Problem error={people.error} onRetry={() => void people.refetch()} />;
  if (people.data === undefined) return <PageSkeleton rows={8} />;
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table ana-numbers">
          <thead><tr><th scope="col">{t('ana.customer')}</th><th scope="col">{t('ana.axis.unit')}</th><th scope="col">{t('ana.at')}</th></tr></thead>
          <tbody>
            {people.data.texts.map((one, i) => (
              <tr key={i}>
                <th scope="row">{one.customer === null ? <span className="quiet">{t('ana.nobody')}</span> : <Link to={`/customers/${one.customer}`}>{one.name === '' || one.name === null ? one.customer : one.name}</Link>}</th>
                <td>{one.unit}</td>
                <td>{one.at !== null && <When at={one.at} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="ana-pages">
        {skip > 0 && <Button size="small" onClick={() => setSkip(Math.max(0, skip - page))}>{t('ana.before')}</Button>}
        {people.data.count !== null && skip + page < people.data.count && <Button size="small" onClick={() => setSkip(skip + page)}>{t('ana.next')}</Button>}
      </p>
    </>
  );
}
