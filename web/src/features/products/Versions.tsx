import { useState } from 'react';
import { Select } from 'antd';
import type { Product, ProductTerms } from '../../api/products.ts';
import { useTranslation } from '../../app/translation.ts';
import { When } from '../../components/When.tsx';
import { formatDate } from '../../format/time.ts';
import { FileList, filesOf } from './Files.tsx';
import { useConditionWords, useYuan } from './TermsView.tsx';

/** All versions, and what one changed against the one before it. */
export function Versions({ product }: { product: Product }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState(product.versions[0]?.number ?? 1);
  const lines = useLines();
  const version = product.versions.find((each) => each.number === number);
  const before = product.versions.find((each) => each.number === number - 1);
  if (version === undefined) return null;
  const [old, now] = [before === undefined ? new Map<string, string>() : lines(before.terms), lines(version.terms)];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name));
  return (
    <div className="product-versions">
      <ol>
        {product.versions.map((each) => (
          <li key={each.number}>
            <button type="button" className="link-button" aria-pressed={each.number === number} onClick={() => setNumber(each.number)}>{t('history.version', { version: each.number })}</button>
            {' '}{t('products.from', { day: formatDate(each.validFrom) })} · {each.publishedBy === '' ? t('products.shipped') : each.publishedBy} · <When at={each.publishedAt} />
          </li>
        ))}
      </ol>
      {product.versions.length > 3 && <Select size="small" aria-label={t('column.products.published')} value={number} onChange={setNumber} options={product.versions.map((each) => ({ value: each.number, label: t('history.version', { version: each.number }) }))} />}
      <div className="product-table">
        <table aria-label={t('products.differences')}>
          <thead><tr><th scope="col">{t('matrix.attribute')}</th><th scope="col">{t('history.before')}</th><th scope="col">{t('history.after')}</th></tr></thead>
          <tbody>
            {changed.map((name) => <tr key={name}><th scope="row">{name}</th><td className="before">{old.get(name) ?? '–'}</td><td className="after">{now.get(name) ?? '–'}</td></tr>)}
          </tbody>
        </table>
      </div>
      <div className="product-files">
        <h3>{t('products.tab.files')}</h3>
        <FileList product={product} files={filesOf(product, number)} />
      </div>
    </div>
  );
}

/** A version as lines of text by name, so that two can be compared. */
function useLines(): (terms: ProductTerms) => Map<string, string> {
  const { t } = useTranslation();
  const yuan = useYuan();
  const sentence = useConditionWords();
  return (terms) => new Map([
    [t('products.validFrom'), terms.validFrom === null ? '' : formatDate(terms.validFrom)],
    [t('products.term'), terms.termMonths === 0 ? t('products.term.none') : t('products.months', { count: terms.termMonths })],
    [t('products.amount.min'), terms.minAmount === null ? '' : yuan(terms.minAmount)],
    [t('products.amount.max'), terms.maxAmount === null ? '' : yuan(terms.maxAmount)],
    [t('products.currency'), terms.currency ?? ''],
    [t('products.risk'), terms.risk ?? ''],
    ...(terms.rates ?? []).map((rate): [string, string] => [
      `${t('products.rate.percent')} · ${rate.termMonths === 0 ? t('products.term.any') : t('products.months', { count: rate.termMonths })} · ${yuan(rate.amountFrom)}${rate.validFrom === null ? '' : ` · ${formatDate(rate.validFrom)}`}`,
      `${rate.percent.toFixed(2)}%`,
    ]),
    [t('products.tab.eligible'), terms.eligibility === null ? '' : sentence(terms.eligibility)],
    [t('products.talk.zh'), terms.talkZh ?? ''],
    [t('products.talk.en'), terms.talkEn ?? ''],
  ].filter((line): line is [string, string] => line[1] !== ''));
}
