import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { organisationQuery } from '../api/organisation.ts';
import { useMay } from '../api/session.ts';

/** Columns whose codes are units. */
export const unitColumns: ReadonlySet<string> = new Set(['unit', 'entity']);

interface Props {
  label: string;
  value: string;
  onChange: (code: string) => void;
  /** Only legal entities. */
  entities?: boolean;
  id?: string;
}

/** A unit by name or code; who may not read the tree writes the code. */
export function UnitSelect({ label, value, onChange, entities = false, id }: Props) {
  const may = useMay()('organisation.read');
  const units = useQuery({ ...organisationQuery(), enabled: may });
  if (!may) return <Input size="small" className="list-value" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)} {...(id === undefined ? {} : { id })} />;
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="list-value unit-select"
      aria-label={label}
      placeholder={label}
      showSearch={{ filterOption: (text, option) => option?.label.toLowerCase().includes(text.toLowerCase()) ?? false }}
      popupMatchSelectWidth={false}
      loading={units.isPending}
      value={value === '' ? undefined : value}
      onChange={onChange}
      options={(units.data ?? []).filter((unit) => !entities || unit.kind === 'entity').map((unit) => ({ value: unit.code, label: `${unit.name} ${unit.code}` }))}
    />
  );
}
