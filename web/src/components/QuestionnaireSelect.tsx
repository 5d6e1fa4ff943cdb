import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { askedQuery } from '../api/invitations.ts';

/** Arguments that are questionnaires. */
export const questionnaireColumns: ReadonlySet<string> = new Set(['asked']);

/** One of the questionnaires that can be asked now. */
export function QuestionnaireSelect({ label, value, onChange }: { label: string; value: string; onChange: (questionnaire: string) => void }) {
  const asked = useQuery(askedQuery);
  return (
    <Select
      className="list-value"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      loading={asked.isPending}
      value={value === '' ? undefined : value}
      onChange={onChange}
      options={(asked.data?.rows ?? []).map((row) => ({ value: String(row.id), label: String(row.cells['title']) }))}
    />
  );
}
