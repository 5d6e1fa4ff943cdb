import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { articleQuery, saveArticle, type Article, type ArticleContent } from '../../api/knowledge.ts';
import { productsOnSaleQuery } from '../../api/products.ts';
import { tagsQuery } from '../../api/segments.ts';
import { useTranslation } from '../../app/translation.ts';
import { ArticleText } from '../../components/ArticleText.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import './knowledge.css';

const kinds = ['policy', 'talk', 'qa'] as const;
const holdings = ['deposit', 'loan', 'wealth', 'card', 'agency', 'channel'] as const;
const empty: ArticleContent = { title: '', body: '', tags: [], links: [], validFrom: null, validTo: null };

/** An article is written, its look beside the text. */
export function ArticleEditorPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  useTitle(t(id === undefined ? 'knowledge.add' : 'knowledge.edit'));
  const { data, error } = useQuery({ ...articleQuery(id ?? ''), enabled: id !== undefined });
  if (error !== null) return <Problem error={error} page />;
  return id !== undefined && data === undefined ? <PageSkeleton rows={6} /> : <Editor key={data?.version ?? 'new'} article={data ?? null} />;
}

function Editor({ article }: { article: Article | null }) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const navigate = useNavigate();
  const products = useQuery(productsOnSaleQuery);
  const tags = useQuery(tagsQuery);
  const [kind, setKind] = useState(article?.kind ?? 'qa');
  const [entity, setEntity] = useState('');
  const last = article?.versions[0]?.content;
  const [content, setContent] = useState<ArticleContent>(article?.draft ?? (last === undefined ? empty : { ...last, validFrom: null }));
  const set = (part: Partial<ArticleContent>) => setContent({ ...content, ...part });
  const save = useMutation({
    mutationFn: () => saveArticle(article?.id ?? null, { kind, entity, draft: content, version: article?.version ?? null }),
    onSuccess: async (saved) => {
      client.setQueryData(articleQuery(saved.id).queryKey, saved);
      await client.invalidateQueries({ queryKey: ['list'] });
      await navigate(`/knowledge/${saved.id}`, { replace: true });
    },
  });
  const links = [
    { label: t('articleLink.product'), options: (products.data ?? []).map((product) => ({ value: `product:${product.code}`, label: names.both(product.name) })) },
    { label: t('articleLink.holds'), options: holdings.map((holding) => ({ value: `holds:${holding}`, label: names.holding(holding) })) },
    { label: t('articleLink.tag'), options: (tags.data ?? []).map((tag) => ({ value: `tag:${tag.id}`, label: tag.name })) },
  ];
  const day = (name: 'validFrom' | 'validTo', label: string) => (
    <label className="dialog-field"><span>{label}</span><Input type="date" name={name} value={content[name] ?? ''} onChange={(event) => set({ [name]: event.target.value === '' ? null : event.target.value })} /></label>
  );
  return (
    <form className="list-page article-editor" onSubmit={(event) => {
      event.preventDefault();
      save.mutate();
    }}>
      <div className="page-head"><h1>{t(article === null ? 'knowledge.add' : 'knowledge.edit')}</h1></div>
      <label className="dialog-field"><span>{t('column.articles.title')}</span><Input name="title" maxLength={120} value={content.title ?? ''} onChange={(event) => set({ title: event.target.value })} /></label>
      <div className="form-two">
        <div className="dialog-field"><span>{t('column.articles.kind')}</span><Select aria-label={t('column.articles.kind')} value={kind} onChange={setKind} options={kinds.map((each) => ({ value: each, label: t(`articleKind.${each}`) }))} /></div>
        {article === null && <div className="dialog-field"><span>{t('products.entity')}</span><UnitSelect entities label={t('products.entity')} value={entity} onChange={setEntity} /></div>}
        <div className="dialog-field"><span>{t('column.articles.tags')}</span><Select mode="tags" aria-label={t('column.articles.tags')} open={false} suffixIcon={null} tokenSeparators={[',', '，']} value={[...(content.tags ?? [])]} onChange={(next: string[]) => set({ tags: next })} /></div>
        <div className="dialog-field">
          <span>{t('knowledge.links')}</span>
          <Select
            mode="multiple"
            aria-label={t('knowledge.links')}
            showSearch={{ optionFilterProp: 'label' }}
            value={(content.links ?? []).map((link) => `${link.kind}:${link.key}`)}
            onChange={(next: string[]) => set({ links: next.map((link) => ({ kind: link.slice(0, link.indexOf(':')), key: link.slice(link.indexOf(':') + 1) })) })}
            options={links}
          />
        </div>
        {day('validFrom', t('products.validFrom'))}
        {day('validTo', t('knowledge.validTo'))}
      </div>
      <div className="article-writing">
        <label className="dialog-field"><span>{t('knowledge.body')}</span><Input.TextArea name="body" rows={16} maxLength={15_000} value={content.body ?? ''} onChange={(event) => set({ body: event.target.value })} /></label>
        <div className="article-preview" aria-label={t('knowledge.preview')} role="group"><ArticleText text={content.body ?? ''} /></div>
      </div>
      <p className="quiet">{t('knowledge.body.help')}</p>
      {save.error !== null && <Problem error={save.error} />}
      <div className="product-acts article-acts">
        <Button type="primary" htmlType="submit" loading={save.isPending}>{t('products.save')}</Button>
        <Button onClick={() => void navigate(-1)}>{t('action.cancel')}</Button>
        <span className="quiet">{t('products.save.help')}</span>
      </div>
    </form>
  );
}
