import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { plansQuery } from '../api/work.ts';

/** Columns whose codes are plans. */
export const planColumns: ReadonlySet<string> = new Set(['plan']);

export function PlanSelect({ label, value, onChange }: { label: string; value: string; onChange: (plan: string) => void }) {
  const plans = useQuery(plansQuery);
  return (
    <Select
      className="list-value"
      aria-label={label}
      value={value === '' ? undefined : value}
      onChange={onChange}
      options={(plans.data ?? []).map((plan) => ({ value: String(plan.id), label: plan.name }))}
    />
  );
}
