import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, InputNumber } from 'antd';
import { nameIn, type OpportunityFields } from '../../api/opportunities.ts';
import { productsOnSaleQuery } from '../../api/products.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Yuan } from './Yuan.tsx';

export interface Fields {
  title: string;
  product: string;
  amount: number;
  chance: number;
  expected: string;
  contact: string;
  note: string;
}

export type FieldName = keyof Fields;

export const noFields: Fields = { title: '', product: '', amount: 0, chance: -1, expected: '', contact: '', note: '' };

export const fieldNames: readonly FieldName[] = ['title', 'product', 'amount', 'expected', 'chance', 'contact', 'note'];

/** What is typed of an opportunity; those fields that are asked for are marked. */
export function FieldInputs({ names, fields, wanted = [], onChange }: { names: readonly FieldName[]; fields: Fields; wanted?: readonly string[]; onChange: (part: Partial<Fields>) => void }) {
  const { t } = useTranslation();
  const label = (name: FieldName) => <span>{t(`opportunities.field.${name}`)}{wanted.includes(name) && <b className="opp-wanted"> {t('opportunities.wanted')}</b>}</span>;
  const inputs = {
    title: <Input maxLength={120} value={fields.title} onChange={(event) => onChange({ title: event.target.value })} />,
    product: <ProductInput value={fields.product} onChange={(product) => onChange({ product })} />,
    amount: <Yuan label={t('opportunities.field.amount')} cents={fields.amount} onChange={(amount) => onChange({ amount })} />,
    expected: <Input type="date" value={fields.expected} onChange={(event) => onChange({ expected: event.target.value })} />,
    chance: <InputNumber aria-label={t('opportunities.field.chance')} min={0} max={100} precision={0} suffix="%" placeholder={t('opportunities.chance.stage')} value={fields.chance < 0 ? null : fields.chance} onChange={(value) => onChange({ chance: value ?? -1 })} />,
    contact: <Input maxLength={120} value={fields.contact} onChange={(event) => onChange({ contact: event.target.value })} />,
    note: <Input.TextArea rows={2} maxLength={2000} value={fields.note} onChange={(event) => onChange({ note: event.target.value })} />,
  };
  return (
    <div className="opp-fields">
      {names.map((name) => <label key={name} className="dialog-field" data-field={name}>{label(name)}{inputs[name]}</label>)}
    </div>
  );
}

function ProductInput({ value, onChange }: { value: string; onChange: (product: string) => void }) {
  const { t, i18n } = useTranslation();
  const products = useQuery({ ...productsOnSaleQuery, enabled: useMay()('products.read') });
  return (
    <AutoComplete
      aria-label={t('opportunities.field.product')}
      value={value}
      onChange={(text) => onChange(String(text ?? ''))}
      showSearch={{ filterOption: (typed, option) => `${option?.value} ${option?.label}`.toLowerCase().includes(typed.toLowerCase()) }}
      options={(products.data ?? []).map((product) => ({ value: product.code, label: `${product.code} ${nameIn(product.name, i18n.language)}` }))}
    />
  );
}

/** What was typed, as the server takes it. */
export const bodyOf = (fields: Fields, names: readonly FieldName[]): OpportunityFields =>
  ({ title: null, product: null, amount: null, chance: null, expected: null, contact: null, note: null, ...Object.fromEntries(names.map((name) => [name, typeof fields[name] === 'string' ? String(fields[name]).trim() : fields[name]])) });
