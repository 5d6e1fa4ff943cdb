import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { listQuery, type Filter } from '../../api/lists.ts';
import type { ProductTerms } from '../../api/products.ts';
import { useTranslation } from '../../app/translation.ts';
import { asGroup, isAny, isCondition, partsOf } from '../../components/list/filter.ts';
import { useColumnOptions } from '../../components/list/useColumnOptions.ts';
import { useListWords } from '../../components/list/useListWords.ts';
import { formatMoney } from '../../format/figures.ts';
import { formatDate } from '../../format/time.ts';
import { RiskTag } from './RiskTag.tsx';

/** Yuan as everybody writes them. */
export function useYuan(): (yuan: number) => string {
  const { i18n } = useTranslation();
  return (yuan) => formatMoney(Math.round(yuan * 100), i18n.language);
}

/** What a version says in figures. */
export function TermsView({ terms }: { terms: ProductTerms }) {
  const { t } = useTranslation();
  const yuan = useYuan();
  const facts: [string, ReactNode][] = [
    [t('products.validFrom'), terms.validFrom === null ? '–' : formatDate(terms.validFrom)],
    [t('products.term'), terms.termMonths === 0 ? t('products.term.none') : t('products.months', { count: terms.termMonths })],
    [t('products.amount'), amountOf(terms, yuan, t('products.amount.any'))],
    [t('products.currency'), terms.currency ?? ''],
    [t('products.risk'), <RiskTag key="risk" risk={terms.risk ?? ''} />],
  ];
  return <dl className="product-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="figures">{value}</dd></div>)}</dl>;
}

const amountOf = ({ minAmount, maxAmount }: ProductTerms, yuan: (value: number) => string, any: string) =>
  minAmount === null && maxAmount === null ? any : `${minAmount === null ? '' : yuan(minAmount)} – ${maxAmount === null ? '' : yuan(maxAmount)}`.trim();

export function RatesView({ terms }: { terms: ProductTerms }) {
  const { t } = useTranslation();
  const yuan = useYuan();
  const rates = terms.rates ?? [];
  if (rates.length === 0) return <p className="quiet">{t('products.rates.none')}</p>;
  return (
    <div className="product-table" tabIndex={0}>
      <table>
        <thead><tr><th scope="col">{t('products.rate.term')}</th><th scope="col" className="figures">{t('products.rate.amount')}</th><th scope="col" className="figures">{t('products.rate.percent')}</th><th scope="col" className="figures">{t('products.validFrom')}</th></tr></thead>
        <tbody>
          {rates.map((rate) => (
            <tr key={`${rate.termMonths}/${rate.amountFrom}/${rate.validFrom ?? ''}`}>
              <td>{rate.termMonths === 0 ? t('products.term.any') : t('products.months', { count: rate.termMonths })}</td>
              <td className="figures">{yuan(rate.amountFrom)}</td>
              <td className="figures">{rate.percent.toFixed(2)}%</td>
              <td className="figures">{formatDate(rate.validFrom ?? terms.validFrom ?? '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Conditions on customers in words; each is one line, groups within are joined by "or". */
export function Conditions({ filter }: { filter: Filter | null }) {
  const { t } = useTranslation();
  const sentence = useConditionWords();
  if (filter === null) return <p className="quiet">{t('products.eligible.all')}</p>;
  return <ul className="product-conditions">{partsOf(asGroup(filter)).map((part, index) => <li key={index}>{sentence(part)}</li>)}</ul>;
}

/** A condition on customers in words. */
export function useConditionWords(): (filter: Filter) => string {
  const { t } = useTranslation();
  const description = useQuery(listQuery('customers'));
  const columns = useColumnOptions(description.data);
  const words = useListWords('customers');
  const known = description.data === undefined ? [] : columns(description.data).columns;
  const say = (filter: Filter): string =>
    isCondition(filter) ? words.sentence(filter, known) : partsOf(filter).map(say).join(isAny(filter) ? ` ${t('products.or')} ` : t('list.separator'));
  return say;
}
