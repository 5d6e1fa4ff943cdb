import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { rowsQuery, type ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { formatCount } from '../../format/figures.ts';
import './analyses.css';

/** What was ever asked, the last changed first; a draft has no answers. */
const asked = {
  filter: { column: 'state', op: 'in', value: ['published', 'closed'] },
  columns: ['title', 'kind', 'state', 'current', 'answers'],
  limit: 200,
} as const;

/** Questionnaires that are or were asked, each with how many answered; each opens its analysis. */
export function AnalysesPage() {
  const { t } = useTranslation();
  useTitle(t('nav.analyses'));
  const [sought, setSought] = useState('');
  const { data, error, refetch } = useQuery(rowsQuery('questionnaires', asked));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} page />;
  if (data === undefined) return <PageSkeleton />;
  const shown = data.rows.filter((row) => String(row.cells['title']).toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.analyses')}</h1>
        <Input className="analyses-search" allowClear aria-label={t('ana.index.search')} placeholder={t('ana.index.search')} value={sought} onChange={(event) => setSought(event.target.value)} />
      </div>
      {data.rows.length === 0 ? <Nothing title={t('ana.index.none')} help={t('ana.index.none.help')} /> : <ul className="analyses">{shown.map((row) => <Answered key={row.id} row={row} />)}</ul>}
    </div>
  );
}

function Answered({ row: { id, cells } }: { row: ListRow }) {
  const { t, i18n } = useTranslation();
  const count = Number(cells['answers']);
  return (
    <li>
      <Link to={`/questionnaires/${id}/analysis`}>
        <b className="analyses-title">{String(cells['title'])}</b>
        <span className="quiet">
          {t(`option.questionnaires.kind.${cells['kind'] as 'survey'}`)} · {t('ana.index.version', { version: cells['current'] })}
          {cells['state'] === 'closed' && ` · ${t('option.questionnaires.state.closed')}`}
        </span>
        <span><b className="analyses-count figures">{formatCount(count, i18n.language)}</b> <span className="quiet">{t('ana.index.answers', { count })}</span></span>
      </Link>
    </li>
  );
}
