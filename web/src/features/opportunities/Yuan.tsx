import { InputNumber } from 'antd';
import { useTranslation } from '../../app/translation.ts';

const grouped = (value: number | string | undefined) => String(value ?? '').replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const plain = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));

/** An amount that people type in yuan and that is kept in cents; 0 is not known. */
export function Yuan({ label, cents, onChange }: { label: string; cents: number; onChange: (cents: number) => void }) {
  const { t } = useTranslation();
  return <InputNumber className="opp-yuan" aria-label={label} min={0} max={10_000_000_000} precision={0} formatter={grouped} parser={plain} suffix={t('policies.yuan')} value={cents === 0 ? null : cents / 100} onChange={(value) => onChange(Math.round((value ?? 0) * 100))} />;
}
