import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { useParams } from 'react-router';
import { productQuery, stepProduct, type Product } from '../../api/products.ts';
import { useTranslation } from '../../app/translation.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { RelatedArticles } from '../../components/RelatedArticles.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import { Files, filesOf } from './Files.tsx';
import { Holders } from './Holders.tsx';
import './products.css';
import { RiskTag } from './RiskTag.tsx';
import { Conditions, RatesView, TermsView } from './TermsView.tsx';
import { Versions } from './Versions.tsx';

/** One product of the catalogue. */
export function ProductPage() {
  const { t } = useTranslation();
  const names = useNames();
  const { code = '' } = useParams();
  const { data, error, refetch } = useQuery(productQuery(code));
  useTitle(data === undefined ? t('nav.products') : names.both(data.name));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} page />;
  return data === undefined ? <PageSkeleton rows={6} /> : <Opened product={data} />;
}

function Opened({ product }: { product: Product }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const step = useMutation({
    mutationFn: (what: 'publish' | 'withdraw' | 'sell') => stepProduct(product.code, what, product.version),
    onSuccess: async (became) => {
      client.setQueryData(productQuery(product.code).queryKey, became);
      await client.invalidateQueries({ queryKey: ['list'] });
    },
  });
  // What counts today; before its day the version that comes, before the first the draft.
  const version = product.versions.find((each) => each.number === product.current) ?? product.versions[0];
  const shown = version?.terms ?? product.draft;
  const number = version?.number ?? 1;
  const talk = shown === null || shown === undefined ? '' : (i18n.language === 'en' ? shown.talkEn : shown.talkZh) ?? '';
  const sold = product.versions.length > 0;
  return (
    <RecordFrame
      title={names.both(product.name)}
      shortName={names.both(product.name)}
      number={product.code}
      address={`/products/${product.code}`}
      list="products"
      listAddress="/products"
      tags={<><Tag color={product.state === 'on-sale' ? 'success' : 'default'}>{t(`option.product-drafts.state.${product.state as 'draft'}`)}</Tag>{(shown?.risk ?? '') !== '' && <RiskTag risk={shown?.risk ?? ''} />}</>}
      notice={<>{step.error !== null && <Problem error={step.error} />}{product.draft !== null && sold && <Alert type="info" showIcon title={t('products.writing')} />}</>}
      actions={product.mayEdit && (
        <>
          {product.state === 'on-sale' && <Button loading={step.isPending} onClick={() => step.mutate('withdraw')}>{t('products.withdraw')}</Button>}
          {product.state === 'withdrawn' && <Button loading={step.isPending} onClick={() => step.mutate('sell')}>{t('products.sell')}</Button>}
          <LinkButton to={`/products/${encodeURIComponent(product.code)}/edit`}>{t('products.edit')}</LinkButton>
          {product.draft !== null && <Button type="primary" loading={step.isPending} onClick={() => step.mutate('publish')}>{t('products.publish', { number: product.versions.length + 1 })}</Button>}
        </>
      )}
      facts={[
        { name: t('column.products.kind'), value: t(`option.product-drafts.kind.${product.kind as 'loan'}`) },
        { name: t('column.products.entity'), value: product.entity === '' ? t('products.province') : product.entityName },
        { name: t('column.products.published'), value: <span className="figures">{product.current ?? '–'}</span> },
        { name: t('field.changedAt'), value: <When at={product.changedAt} /> },
      ]}
      tabs={shown === null || shown === undefined ? [] : [
        { key: 'terms', label: t('products.tab.terms'), content: <div className="record-columns"><div><TermsView terms={shown} /></div><div className="record-sides"><RelatedArticles to={{ links: [{ kind: 'product', key: product.code }] }} /></div></div> },
        { key: 'rates', label: t('products.tab.rates'), content: <RatesView terms={shown} /> },
        { key: 'eligible', label: t('products.tab.eligible'), content: <Conditions filter={shown.eligibility} /> },
        { key: 'talk', label: t('products.tab.talk'), content: talk === '' ? <p className="quiet">{t('products.talk.none')}</p> : <p className="product-talk">{talk}</p> },
        { key: 'files', label: t('products.tab.files'), count: filesOf(product, number).length, content: <Files product={product} number={number} /> },
        ...(sold ? [
          { key: 'versions', label: t('products.tab.versions'), count: product.versions.length, content: <Versions product={product} /> },
          { key: 'holders', label: t('products.tab.holders'), content: <Holders code={product.code} /> },
        ] : []),
      ]}
    />
  );
}
