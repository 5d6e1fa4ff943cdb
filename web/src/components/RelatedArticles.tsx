import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { relatedQuery, type Related } from '../api/knowledge.ts';
import { useMay } from '../api/session.ts';
import { useTranslation } from '../app/translation.ts';
import './related-articles.css';

/** What the knowledge base has on something: a product, a stage, a campaign, or on what a customer has. Nothing where it has nothing. */
export function RelatedArticles({ to }: { to: Related }) {
  const { t } = useTranslation();
  const may = useMay()('knowledge.read');
  const { data = [] } = useQuery({ ...relatedQuery(to), enabled: may && ('customer' in to || to.links.length > 0) });
  if (data.length === 0) return null;
  return (
    <section className="related-articles record-side" aria-label={t('knowledge.related')}>
      <h2>{t('knowledge.related')}</h2>
      <ul>
        {data.map((article) => (
          <li key={article.id}><Tag>{t(`articleKind.${article.kind as 'qa'}`)}</Tag><Link to={`/knowledge/${article.id}`}>{article.title}</Link></li>
        ))}
      </ul>
    </section>
  );
}
