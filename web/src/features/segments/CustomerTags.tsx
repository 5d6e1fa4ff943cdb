import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Select, Tag } from 'antd';
import { rowsQuery } from '../../api/lists.ts';
import { addTag, tagCustomer, tagsQuery } from '../../api/segments.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';

/** What people call the customer by; a word that is not there yet becomes a tag of one's own legal entity. */
export function CustomerTags({ number }: { number: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const may = useMay()('customers.tag');
  const rows = useQuery(rowsQuery('customers', { filter: { column: 'number', op: 'eq', value: number }, columns: ['tags', 'entity'], limit: 20 }));
  const tags = useQuery(tagsQuery);
  const change = useMutation({
    mutationFn: async ({ tag, on }: { tag: string; on: boolean }) => {
      const known = tags.data?.find((each) => each.id === tag || each.name === tag);
      await tagCustomer(number, known?.id ?? (await addTag(tag, String(rows.data?.rows[0]?.cells['entity'] ?? ''))).id, on);
    },
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['list', 'customers'] }), client.invalidateQueries({ queryKey: tagsQuery.queryKey })]),
  });
  const carried = [...new Set((rows.data?.rows ?? []).flatMap((row) => (Array.isArray(row.cells['tags']) ? row.cells['tags'].map(String) : [])))];
  return (
    <span className="customer-tags">
      {carried.map((tag) => (
        <Tag key={tag} closable={may} onClose={(event) => {
          event.preventDefault();
          change.mutate({ tag, on: false });
        }}>{rows.data?.names?.['tags']?.[tag] ?? tag}</Tag>
      ))}
      {may && rows.data !== undefined && rows.data.rows.length > 0 && (
        <Select
          size="small"
          mode="tags"
          className="customer-tag-add"
          aria-label={t('tags.add')}
          placeholder={t('tags.add')}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={[]}
          loading={change.isPending}
          onSelect={(tag: string) => change.mutate({ tag, on: true })}
          options={(tags.data ?? []).filter((tag) => !carried.includes(tag.id)).map((tag) => ({ value: tag.id, label: tag.name }))}
        />
      )}
      {change.error !== null && <Problem error={change.error} />}
    </span>
  );
}
