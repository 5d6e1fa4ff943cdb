import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { systemsQuery } from '../../api/queries.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';

export function SystemSelect({ value, onChange }: { value: string | undefined; onChange: (system: string | undefined) => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const systems = useQuery(systemsQuery);
  return (
    <Select
      className="filter"
      allowClear
      aria-label={t('field.system')}
      placeholder={t('filter.system')}
      value={value ?? null}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      popupMatchSelectWidth={false}
      options={(systems.data ?? []).map(({ system }) => ({ value: system, label: `${system} ${names.system(system)}` }))}
    />
  );
}
