import { InputNumber } from 'antd';
import { useTranslation } from '../app/translation.ts';

const grouped = (value: number | string | undefined) => String(value ?? '').replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const plain = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));

interface Props {
  label: string;
  cents: number;
  disabled?: boolean;
  onChange: (cents: number) => void;
}

/** An amount that people type in yuan and everything else keeps in cents. */
export function Yuan({ label, cents, disabled = false, onChange }: Props) {
  const { t } = useTranslation();
  return <InputNumber size="small" className="yuan" aria-label={label} min={0} precision={0} disabled={disabled} formatter={grouped} parser={plain} suffix={t('policies.yuan')} value={cents / 100} onChange={(value) => onChange((value ?? 0) * 100)} />;
}
