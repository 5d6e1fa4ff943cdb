import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { rolesQuery } from '../api/people.ts';
import { useMay } from '../api/session.ts';
import { useNames } from './useNames.ts';

/** Columns whose codes are roles. */
export const roleColumns: ReadonlySet<string> = new Set(['role']);

/** A role by its name; who may not read the roles writes the code. */
export function RoleSelect({ label, value, onChange }: { label: string; value: string; onChange: (role: string) => void }) {
  const names = useNames();
  const may = useMay()('roles.read');
  const roles = useQuery({ ...rolesQuery, enabled: may });
  if (!may) return <Input size="small" className="list-value" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)} />;
  return (
    <Select
      size="small"
      className="list-value"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      loading={roles.isPending}
      value={value === '' ? undefined : value}
      onChange={onChange}
      options={(roles.data ?? []).map((role) => ({ value: role.id, label: names.both(role.name) }))}
    />
  );
}
