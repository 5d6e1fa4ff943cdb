import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId } from 'react';
import { productsOnSaleQuery } from '../api/products.ts';
import { useNames } from './useNames.ts';

interface Props {
  label: string;
  /** A product's code; '' for none. */
  value: string;
  onChange: (code: string) => void;
  id?: string;
  disabled?: boolean;
  small?: boolean;
}

/** A product that is on sale, by name or code. One that is chosen already and no longer on sale stands there by its code. */
export function ProductSelect({ label, value, onChange, id, disabled = false, small = false }: Props) {
  const own = useId();
  const names = useNames();
  const products = useQuery(productsOnSaleQuery);
  return (
    <Select
      id={id ?? own}
      className="list-value"
      size={small ? 'small' : 'middle'}
      aria-label={label}
      placeholder={label}
      allowClear
      disabled={disabled}
      showSearch={{ filterOption: (text, option) => option?.label.toLowerCase().includes(text.toLowerCase()) ?? false }}
      popupMatchSelectWidth={false}
      loading={products.isPending}
      value={value === '' ? undefined : value}
      onChange={(code: string | undefined) => onChange(code ?? '')}
      options={(products.data ?? []).map((product) => ({ value: product.code, label: `${names.both(product.name)} ${product.code}` }))}
    />
  );
}
