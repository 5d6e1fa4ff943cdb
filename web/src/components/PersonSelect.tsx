import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { peopleQuery } from '../api/people.ts';
import { useMay } from '../api/session.ts';

/** Columns whose codes are people. */
export const personColumns: ReadonlySet<string> = new Set(['manager', 'deputy', 'assignee', 'escalatedTo', 'creator', 'person', 'assistants', 'managers', 'owner']);

interface Props {
  label: string;
  value: string;
  onChange: (person: string) => void;
  autoFocus?: boolean;
  id?: string;
  /** What the choice is written as. */
  by?: 'userName' | 'id';
  /** Several, joined by commas. */
  many?: boolean;
}

/** A person, or several, found by name on the server; who may not read the list of people writes the user name. */
export function PersonSelect({ label, value, onChange, autoFocus = false, id, by = 'userName', many = false }: Props) {
  const may = useMay()('users.read');
  const [q, setQ] = useState('');
  const users = useQuery({ ...peopleQuery(q), enabled: may });
  const unitOf = (units: unknown) => (Array.isArray(units) ? users.data?.names?.['unit']?.[String(units[0])] : undefined);
  const named = id === undefined ? {} : { id };
  if (!may) return <Input {...named} size="small" className="list-value" aria-label={label} autoFocus={autoFocus} value={value} onChange={(event) => onChange(event.target.value)} />;
  return (
    <Select<string | string[]>
      {...named}
      className="list-value"
      aria-label={label}
      autoFocus={autoFocus}
      showSearch={{ filterOption: false, onSearch: setQ }}
      popupMatchSelectWidth={false}
      loading={users.isFetching}
      {...(many
        ? { mode: 'multiple' as const, value: value === '' ? [] : value.split(','), onChange: (people: string | string[]) => onChange([people].flat().join(',')) }
        : { value: value === '' ? undefined : value, onChange: (person: string | string[]) => onChange(String(person)) })}
      options={users.data?.rows.map(({ cells }) => ({ value: String(cells[by]), label: `${String(cells['name'])} · ${unitOf(cells['unit']) ?? String(cells['userName'])}` })) ?? []}
    />
  );
}
