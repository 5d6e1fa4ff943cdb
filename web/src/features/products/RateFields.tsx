import { Button, Input } from 'antd';
import type { RateTier } from '../../api/products.ts';
import { useTranslation } from '../../app/translation.ts';
import { CloseIcon } from '../../components/icons.tsx';

/** Rates by term and amount. */
export function RateFields({ rates, onChange }: { rates: readonly RateTier[]; onChange: (rates: RateTier[]) => void }) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<RateTier>) => onChange(rates.map((rate, at) => (at === index ? { ...rate, ...part } : rate)));
  return (
    <section aria-label={t('products.tab.rates')}>
      <h2>{t('products.tab.rates')}</h2>
      {rates.map((rate, index) => (
        <div key={index} className="product-rate">
          <Input size="small" type="number" min={0} aria-label={t('products.rate.term')} addonAfter={t('products.rate.months')} value={rate.termMonths} onChange={(event) => change(index, { termMonths: Number(event.target.value) })} />
          <Input size="small" type="number" min={0} aria-label={t('products.rate.amount')} addonAfter={t('products.rate.yuan')} value={rate.amountFrom} onChange={(event) => change(index, { amountFrom: Number(event.target.value) })} />
          <Input size="small" type="number" min={0} max={100} step={0.01} aria-label={t('products.rate.percent')} addonAfter="%" value={rate.percent} onChange={(event) => change(index, { percent: Number(event.target.value) })} />
          <button type="button" className="tool" aria-label={t('products.rate.remove')} onClick={() => onChange(rates.filter((_, at) => at !== index))}><CloseIcon /></button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...rates, { amountFrom: 0, termMonths: 12, percent: 1, validFrom: null }])}>{t('products.rate.add')}</Button>
    </section>
  );
}
