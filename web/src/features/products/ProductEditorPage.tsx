import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { listQuery, type Filter, type ListDescription } from '../../api/lists.ts';
import { productQuery, saveProduct, type Product, type ProductTerms } from '../../api/products.ts';
import { useTranslation } from '../../app/translation.ts';
import { asGroup, partsOf, tidy, typed } from '../../components/list/filter.ts';
import '../../components/list/filter.css';
import { FilterTree } from '../../components/list/FilterTree.tsx';
import { useColumnOptions } from '../../components/list/useColumnOptions.ts';
import { useListWords } from '../../components/list/useListWords.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { LiveCount } from '../segments/LiveCount.tsx';
import { untyped } from '../segments/untyped.ts';
import './products.css';
import { RateFields } from './RateFields.tsx';

const kinds = ['deposit', 'loan', 'card', 'wealth', 'insurance', 'channel', 'payment', 'agency'] as const;
const holdings = ['deposit', 'loan', 'wealth', 'card', 'agency', 'channel'] as const;
const risks = ['', 'R1', 'R2', 'R3', 'R4', 'R5'] as const;
const empty: ProductTerms = { validFrom: null, termMonths: 0, minAmount: null, maxAmount: null, currency: 'CNY', rates: [], eligibility: null, risk: '', talkZh: '', talkEn: '' };

/** A product is written: a new one, or the next version of one that is there. */
export function ProductEditorPage() {
  const { t } = useTranslation();
  const { code } = useParams();
  useTitle(t(code === undefined ? 'products.add' : 'products.edit'));
  const known = useQuery({ ...productQuery(code ?? ''), enabled: code !== undefined });
  const customers = useQuery(listQuery('customers'));
  const options = useColumnOptions(customers.data);
  const error = known.error ?? customers.error;
  if (error !== null) return <Problem error={error} page />;
  if (customers.data === undefined || (code !== undefined && known.data === undefined)) return <PageSkeleton rows={8} />;
  return <Editor key={known.data?.version ?? 'new'} product={known.data ?? null} description={options(customers.data)} />;
}

function Editor({ product, description }: { product: Product | null; description: ListDescription }) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const navigate = useNavigate();
  const words = useListWords('customers');
  // What is one person's own is no condition of a product.
  const columns = description.columns.filter((column) => column.filters.length > 0 && !['segment', 'followed', 'eligible'].includes(column.name));
  const last = product?.draft ?? product?.versions[0]?.terms ?? empty;
  const [facts, setFacts] = useState({
    code: product?.code ?? '', entity: product?.entity ?? '', kind: product?.kind ?? 'deposit', zh: product?.name.zh ?? '', en: product?.name.en ?? '', holds: [...(product?.holds ?? ['deposit'])], reported: [...(product?.reported ?? [])],
  });
  const [terms, setTerms] = useState<ProductTerms>(product?.draft === null && product.versions.length > 0 ? { ...last, validFrom: null } : last);
  const [filter, setFilter] = useState<Filter>(() => asGroup(last.eligibility === null ? undefined : untyped(last.eligibility, columns)));
  const set = (change: Partial<ProductTerms>) => setTerms({ ...terms, ...change });
  const asked = partsOf(filter).length === 0 ? undefined : tidy(filter);
  const eligibility = asked === undefined ? null : typed(asked, columns);
  const save = useMutation({
    mutationFn: () => saveProduct(product?.code ?? null, {
      code: facts.code.trim(), entity: facts.entity, kind: facts.kind, name: { zh: facts.zh, en: facts.en }, holds: facts.holds, reported: facts.reported, draft: { ...terms, eligibility }, version: product?.version ?? null,
    }),
    onSuccess: async (saved) => {
      client.setQueryData(productQuery(saved.code).queryKey, saved);
      await client.invalidateQueries({ queryKey: ['list'] });
      await navigate(`/products/${encodeURIComponent(saved.code)}`, { replace: true });
    },
  });
  const number = (name: 'termMonths' | 'minAmount' | 'maxAmount', label: string) => (
    <label className="dialog-field"><span>{label}</span><Input type="number" min={0} name={name} value={terms[name] ?? ''} onChange={(event) => set({ [name]: event.target.value === '' ? (name === 'termMonths' ? 0 : null) : Number(event.target.value) })} /></label>
  );
  return (
    <form className="list-page product-editor" onSubmit={(event) => {
      event.preventDefault();
      save.mutate();
    }}>
      <div className="page-head"><h1>{product === null ? t('products.add') : t('products.edit.of', { name: names.both(product.name) })}</h1></div>
      <section aria-label={t('products.section.facts')}>
        <h2>{t('products.section.facts')}</h2>
        <div className="form-two">
          <label className="dialog-field"><span>{t('column.products.code')}</span><Input name="code" maxLength={32} value={facts.code} disabled={product !== null} onChange={(event) => setFacts({ ...facts, code: event.target.value })} /></label>
          <div className="dialog-field"><span>{t('column.products.kind')}</span><Select aria-label={t('column.products.kind')} value={facts.kind} onChange={(kind) => setFacts({ ...facts, kind })} options={kinds.map((kind) => ({ value: kind, label: t(`option.product-drafts.kind.${kind}`) }))} /></div>
          <label className="dialog-field"><span>{t('products.name.zh')}</span><Input name="zh" maxLength={60} value={facts.zh} onChange={(event) => setFacts({ ...facts, zh: event.target.value })} /></label>
          <label className="dialog-field"><span>{t('products.name.en')}</span><Input name="en" maxLength={60} value={facts.en} onChange={(event) => setFacts({ ...facts, en: event.target.value })} /></label>
          {product === null && <div className="dialog-field"><span>{t('products.entity')}</span><UnitSelect entities label={t('products.entity')} value={facts.entity} onChange={(entity) => setFacts({ ...facts, entity })} /></div>}
          <div className="dialog-field"><span>{t('column.products.holds')}</span><Select mode="multiple" aria-label={t('column.products.holds')} value={facts.holds} onChange={(holds: string[]) => setFacts({ ...facts, holds })} options={holdings.map((kind) => ({ value: kind, label: names.holding(kind) }))} /></div>
          <div className="dialog-field"><span>{t('products.reported')}</span><Select mode="tags" aria-label={t('products.reported')} tokenSeparators={[',', ' ']} open={false} suffixIcon={null} value={facts.reported} onChange={(reported: string[]) => setFacts({ ...facts, reported })} /></div>
        </div>
      </section>
      <section aria-label={t('products.tab.terms')}>
        <h2>{t('products.tab.terms')}</h2>
        <div className="form-two">
          <label className="dialog-field"><span>{t('products.validFrom')}</span><Input type="date" name="validFrom" value={terms.validFrom ?? ''} onChange={(event) => set({ validFrom: event.target.value === '' ? null : event.target.value })} /></label>
          {number('termMonths', t('products.term.months'))}
          {number('minAmount', t('products.amount.min'))}
          {number('maxAmount', t('products.amount.max'))}
          <div className="dialog-field"><span>{t('products.risk')}</span><Select aria-label={t('products.risk')} value={terms.risk ?? ''} onChange={(risk) => set({ risk })} options={risks.map((risk) => ({ value: risk, label: risk === '' ? t('products.risk.none') : `${risk} ${t(`risk.${risk}`)}` }))} /></div>
        </div>
      </section>
      <RateFields rates={terms.rates ?? []} onChange={(rates) => set({ rates })} />
      <section aria-label={t('products.tab.eligible')}>
        <h2>{t('products.tab.eligible')}</h2>
        <p className="quiet">{t('products.eligible.help')}</p>
        <FilterTree columns={columns} words={words} filter={filter} onChange={setFilter} />
        {eligibility !== null && <LiveCount filter={eligibility} />}
      </section>
      <section aria-label={t('products.tab.talk')}>
        <h2>{t('products.tab.talk')}</h2>
        <div className="form-two">
          <label className="dialog-field"><span>{t('products.talk.zh')}</span><Input.TextArea name="talkZh" rows={4} maxLength={4000} value={terms.talkZh ?? ''} onChange={(event) => set({ talkZh: event.target.value })} /></label>
          <label className="dialog-field"><span>{t('products.talk.en')}</span><Input.TextArea name="talkEn" rows={4} maxLength={4000} value={terms.talkEn ?? ''} onChange={(event) => set({ talkEn: event.target.value })} /></label>
        </div>
      </section>
      {save.error !== null && <Problem error={save.error} />}
      <div className="product-acts">
        <Button type="primary" htmlType="submit" loading={save.isPending}>{t('products.save')}</Button>
        <Button onClick={() => void navigate(-1)}>{t('action.cancel')}</Button>
        <span className="quiet">{t('products.save.help')}</span>
      </div>
    </form>
  );
}
