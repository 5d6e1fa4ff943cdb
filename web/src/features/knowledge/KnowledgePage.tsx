import { useQuery } from '@tanstack/react-query';
import { Input, Segmented, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { searchQuery, type ArticleHit, type TextPart } from '../../api/knowledge.ts';
import type { ListRow } from '../../api/lists.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { List } from '../../components/list/List.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import './knowledge.css';

const nameOf = (row: ListRow) => String(row.cells['title'] ?? row.id);
const kinds = ['', 'policy', 'talk', 'qa'] as const;

/** The knowledge base: what is looked for in its texts, or all of it as a list. What is looked for is in the address. */
export function KnowledgePage() {
  const { t } = useTranslation();
  useTitle(t('nav.knowledge'));
  const may = useMay()('knowledge.edit');
  const [address, setAddress] = useSearchParams();
  const [find, kind] = [address.get('find') ?? '', address.get('kind') ?? ''];
  const writing = may && address.get('of') === 'drafts';
  const list = writing ? 'article-drafts' : 'articles';
  const renderers: CellRenderers = {
    title: (value) => <b className="row-name">{String(value)}</b>,
    kind: (value) => t(`articleKind.${value as 'qa'}`),
    state: (value) => <Tag color={value === 'published' ? 'success' : 'default'}>{t(`option.article-drafts.state.${value as 'draft'}`)}</Tag>,
    tags: (value) => (Array.isArray(value) ? value.map((tag) => <Tag key={String(tag)}>{String(tag)}</Tag>) : null),
  };
  const look = (text: string, of = kind) => setAddress(text.trim() === '' ? {} : { find: text.trim(), ...(of === '' ? {} : { kind: of }) });
  return (
    <div className="knowledge">
      <Input.Search key={find} className="knowledge-find" size="large" allowClear maxLength={200} aria-label={t('knowledge.find')} placeholder={t('knowledge.find.hint')} defaultValue={find} onSearch={(text) => look(text)} />
      {find !== '' ? (
        <>
          <Segmented aria-label={t('column.articles.kind')} value={kind} onChange={(of) => look(find, of)} options={kinds.map((each) => ({ value: each, label: each === '' ? t('knowledge.all') : t(`articleKind.${each}`) }))} />
          <Hits find={find} kind={kind} />
        </>
      ) : (
        <List
          key={list}
          name={list}
          title={t(writing ? 'knowledge.drafts' : 'nav.knowledge')}
          renderers={renderers}
          named="title"
          nameOf={nameOf}
          to={(row) => `/knowledge/${row.id}`}
          searchHint={t('knowledge.search')}
          empty={{ title: t('knowledge.none'), help: t('knowledge.none.help') }}
          tools={may && (
            <span className="record-actions">
              <Link to={writing ? '/knowledge' : '/knowledge?of=drafts'}>{t(writing ? 'knowledge.published' : 'knowledge.drafts')}</Link>
              <LinkButton type="primary" to="/knowledge/new">{t('knowledge.add')}</LinkButton>
            </span>
          )}
        />
      )}
    </div>
  );
}

function Hits({ find, kind }: { find: string; kind: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(searchQuery(find, kind));
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return <PageSkeleton rows={4} />;
  if (data.length === 0) return <Nothing title={t('knowledge.nothing', { find })} help={t('knowledge.nothing.help')} />;
  return <ol className="knowledge-hits" aria-label={t('knowledge.hits')}>{data.map((hit) => <Hit key={hit.id} hit={hit} />)}</ol>;
}

function Hit({ hit }: { hit: ArticleHit }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to={`/knowledge/${hit.id}`}><Marked parts={hit.title} /></Link>
      <p><Marked parts={hit.excerpt} /></p>
      <span><Tag>{t(`articleKind.${hit.kind as 'qa'}`)}</Tag>{hit.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span>
    </li>
  );
}

/** Text with what was looked for marked. */
function Marked({ parts }: { parts: readonly TextPart[] }) {
  return parts.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>));
}
