import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { articleQuery, stepArticle, type Article } from '../../api/knowledge.ts';
import { useTranslation } from '../../app/translation.ts';
import { ArticleText } from '../../components/ArticleText.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import { formatDate } from '../../format/time.ts';
import '../../components/record/record.css';
import './knowledge.css';
import { LinkName } from './LinkName.tsx';

/** One article, in the version that counts today or in an older one. */
export function ArticlePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(articleQuery(id));
  useTitle(data === undefined ? t('nav.knowledge') : titleOf(data));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} page />;
  return data === undefined ? <PageSkeleton rows={6} /> : <Opened article={data} />;
}

const titleOf = (article: Article) => (article.versions[0]?.content ?? article.draft)?.title ?? '';

function Opened({ article }: { article: Article }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [number, setNumber] = useState<number | null>(null);
  const step = useMutation({
    mutationFn: (what: 'publish' | 'withdraw') => stepArticle(article.id, what, article.version),
    onSuccess: async (became) => {
      client.setQueryData(articleQuery(article.id).queryKey, became);
      await client.invalidateQueries({ queryKey: ['list'] });
      await client.invalidateQueries({ queryKey: ['article', 'search'] });
    },
  });
  const version = article.versions.find((each) => each.number === (number ?? article.current)) ?? article.versions[0];
  const shown = version?.content ?? article.draft;
  if (shown === null || shown === undefined) return null;
  return (
    <article className="list-page article-page">
      <header>
        <div className="page-head">
          <h1>{shown.title}</h1>
          <span className="record-actions">
            {article.mayEdit && article.state === 'published' && <Button loading={step.isPending} onClick={() => step.mutate('withdraw')}>{t('knowledge.withdraw')}</Button>}
            {article.mayEdit && <LinkButton to={`/knowledge/${article.id}/edit`}>{t('knowledge.edit')}</LinkButton>}
            {article.mayEdit && article.draft !== null && <Button type="primary" loading={step.isPending} onClick={() => step.mutate('publish')}>{t('knowledge.publish', { number: article.versions.length + 1 })}</Button>}
          </span>
        </div>
        <p className="article-about">
          <Tag>{t(`articleKind.${article.kind as 'qa'}`)}</Tag>
          {article.state !== 'published' && <Tag>{t(`option.article-drafts.state.${article.state as 'draft'}`)}</Tag>}
          {(shown.tags ?? []).map((tag) => <Tag key={tag}>{tag}</Tag>)}
          <span className="quiet">
            {article.entity === '' ? t('products.province') : article.entityName}
            {shown.validFrom !== null && ` · ${t('products.from', { day: formatDate(shown.validFrom) })}`}
            {shown.validTo !== null && ` · ${t('knowledge.until', { day: formatDate(shown.validTo) })}`}
            {' · '}<Link to="/knowledge">{t('nav.knowledge')}</Link>
          </span>
        </p>
      </header>
      {step.error !== null && <Problem error={step.error} />}
      {article.draft !== null && article.versions.length > 0 && <Alert type="info" showIcon title={t('products.writing')} />}
      <div className="record-columns">
        <ArticleText text={shown.body ?? ''} />
        <div className="record-sides">
          {(shown.links ?? []).length > 0 && (
            <section className="record-side" aria-label={t('knowledge.links')}>
              <h2>{t('knowledge.links')}</h2>
              <ul>{(shown.links ?? []).map((link) => <li key={`${link.kind}/${link.key}`}><LinkName link={link} /></li>)}</ul>
            </section>
          )}
          {article.versions.length > 0 && (
            <section className="record-side" aria-label={t('products.tab.versions')}>
              <h2>{t('products.tab.versions')}</h2>
              <ol className="article-versions">
                {article.versions.map((each) => (
                  <li key={each.number}>
                    <button type="button" className="link-button" aria-pressed={each.number === version?.number} onClick={() => setNumber(each.number)}>{t('history.version', { version: each.number })}</button>
                    {' '}<When at={each.publishedAt} />{each.publishedBy === '' ? '' : ` · ${each.publishedBy}`}
                  </li>
                ))}
              </ol>
            </section>
          )}
        </div>
      </div>
    </article>
  );
}
