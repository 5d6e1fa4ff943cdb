import { useQuery } from '@tanstack/react-query';
import { Alert, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { customerQuery } from '../../api/customers.ts';
import { suitableQuery, type SuitableProduct, type SuitableProducts } from '../../api/products.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { RelatedArticles } from '../../components/RelatedArticles.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatDate } from '../../format/time.ts';
import './products.css';
import { RiskTag } from './RiskTag.tsx';
import { useConditionWords } from './TermsView.tsx';

/** What suits a customer, what they have already, and why the rest is not for them. */
export function SuitableTab({ number }: { number: string }) {
  const { t } = useTranslation();
  const [entity, setEntity] = useState<string | null>(null);
  const customer = useQuery(customerQuery(number));
  const { data, error } = useQuery(suitableQuery(number, entity));
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return <PageSkeleton rows={5} />;
  const groups: [string, readonly SuitableProduct[]][] = [
    [t('suitable.fits'), data.products.filter((each) => !each.held && fits(each))],
    [t('suitable.held'), data.products.filter((each) => each.held)],
    [t('suitable.not'), data.products.filter((each) => !each.held && !fits(each))],
  ];
  return (
    <div className="record-columns">
      <div className="suitable">
        {(customer.data?.in.length ?? 0) > 1 && (
          <Select size="small" aria-label={t('field.legalEntity')} value={data.entity} onChange={setEntity} options={(customer.data?.in ?? []).map((each) => ({ value: each.entity, label: each.entityName }))} />
        )}
        <Assessment of={data} />
        {groups.filter(([, products]) => products.length > 0).map(([title, products]) => (
          <section key={title} aria-label={title}>
            <h2>{title} <span className="quiet figures">{products.length}</span></h2>
            <ul>{products.map((product) => <One key={product.code} product={product} level={data.risk?.level ?? ''} />)}</ul>
          </section>
        ))}
      </div>
      <div className="record-sides"><RelatedArticles to={{ customer: number }} /></div>
    </div>
  );
}

const fits = (product: SuitableProduct): boolean => product.against === null && product.unfulfilled.length === 0 && !product.unasked;

function Assessment({ of }: { of: SuitableProducts }) {
  const { t } = useTranslation();
  if (of.risk === null) return <Alert type="info" showIcon title={t('suitable.risk.none')} />;
  const { level, assessedOn, validTo, expired } = of.risk;
  const text = t(expired ? 'suitable.risk.expired' : 'suitable.risk', { level: `${level} ${t(`riskLevel.${level as 'C1'}`)}`, on: formatDate(assessedOn), to: formatDate(validTo) });
  return expired ? <Alert type="warning" showIcon title={text} /> : <p className="suitable-risk">{text}</p>;
}

function One({ product, level }: { product: SuitableProduct; level: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const sentence = useConditionWords();
  const reasons = [
    ...(product.against === null ? [] : [t(`suitable.against.${product.against as 'risk'}`, { risk: product.risk, level })]),
    ...product.unfulfilled.map((condition) => t('suitable.unfulfilled', { condition: sentence(condition) })),
    ...(product.unasked ? [t('suitable.unasked')] : []),
  ];
  return (
    <li data-code={product.code}>
      <span className="suitable-name">
        <Link to={`/products/${encodeURIComponent(product.code)}`}>{names.both(product.name)}</Link>
        <Tag>{t(`option.product-drafts.kind.${product.kind as 'loan'}`)}</Tag>
        {product.risk !== '' && <RiskTag risk={product.risk} />}
      </span>
      {reasons.length > 0 && <ul className="suitable-reasons">{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
    </li>
  );
}
