import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { listQuery, type Filter, type ListDescription } from '../../api/lists.ts';
import { removeSegment, saveSegment, segmentsQuery, type Combination, type Segment, type SegmentKind } from '../../api/segments.ts';
import { useTranslation } from '../../app/translation.ts';
import { asGroup, partsOf, startOf, tidy, typed } from '../../components/list/filter.ts';
import '../../components/list/filter.css';
import { writeFilter } from '../../components/list/filterText.ts';
import { FilterTree } from '../../components/list/FilterTree.tsx';
import { useColumnOptions } from '../../components/list/useColumnOptions.ts';
import { useListWords } from '../../components/list/useListWords.ts';
import { Problem } from '../../components/Problem.tsx';
import { CombinationFields } from './CombinationFields.tsx';
import { FileFields } from './FileFields.tsx';
import { LiveCount } from './LiveCount.tsx';
import { untyped } from './untyped.ts';

interface Props {
  kind: SegmentKind;
  /** Null: a new one. */
  segment: Segment | null;
  segments: readonly Segment[];
  onDone: (id: string | null) => void;
}

/** One segment: its name, what makes it, how many it has now. */
export function SegmentEditor(props: Props) {
  const description = useQuery(listQuery('customers'));
  const withOptions = useColumnOptions(description.data);
  return description.data === undefined ? null : <Editor {...props} description={withOptions(description.data)} />;
}

function Editor({ kind, segment, segments, onDone, description }: Props & { description: ListDescription }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const words = useListWords('customers');
  // A segment of segments is a combination, which says how.
  const columns = description.columns.filter((column) => column.filters.length > 0 && column.name !== 'segment');
  const [name, setName] = useState(segment?.name ?? '');
  const [shared, setShared] = useState(segment?.shared ?? false);
  const [filter, setFilter] = useState<Filter>(() => {
    const group = asGroup(segment?.filter === null || segment?.filter === undefined ? undefined : untyped(segment.filter, columns));
    const [first] = columns;
    return partsOf(group).length === 0 && first !== undefined ? { and: [startOf(first)] } : group;
  });
  const [of, setOf] = useState<Combination>(segment?.of ?? { how: 'union', of: [] });
  const asked = tidy(filter);
  const conditions = asked === undefined ? undefined : typed(asked, columns);
  const save = useMutation({
    mutationFn: () => saveSegment(segment?.id ?? null, { name: name.trim(), kind, shared, ...(kind === 'dynamic' && conditions !== undefined ? { filter: conditions } : {}), ...(kind === 'combined' ? { of } : {}) }),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: segmentsQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['list', 'customers'] });
      onDone(saved.id);
    },
  });
  const drop = useMutation({
    mutationFn: () => removeSegment(segment?.id ?? ''),
    onSuccess: async () => {
      onDone(null);
      await client.invalidateQueries({ queryKey: segmentsQuery.queryKey });
    },
  });
  const mine = segment === null || segment.mine;
  const ready = name.trim() !== '' && (kind !== 'dynamic' || conditions !== undefined) && (kind !== 'combined' || of.of.length > 1);
  return (
    <section className="segment-editor" aria-label={segment?.name ?? t(`segments.new.${kind}`)}>
      <div className="segment-head">
        <Input aria-label={t('segments.name')} placeholder={t('segments.name')} maxLength={60} value={name} disabled={!mine} onChange={(event) => setName(event.target.value)} />
        <Checkbox checked={shared} disabled={!mine} onChange={(event) => setShared(event.target.checked)}>{t('list.share')}</Checkbox>
      </div>
      {kind === 'dynamic' && (
        <>
          <FilterTree columns={columns} words={words} filter={filter} onChange={setFilter} />
          {conditions !== undefined && <LiveCount filter={conditions} />}
        </>
      )}
      {kind === 'combined' && <CombinationFields of={of} segments={segments.filter((each) => each.id !== segment?.id)} onChange={setOf} />}
      {kind === 'static' && <p className="quiet">{t('segments.static.help')}</p>}
      {kind === 'file' && (segment === null ? <p className="quiet">{t('segments.file.help')}</p> : <FileFields segment={segment} />)}
      {segment !== null && kind !== 'dynamic' && <LiveCount filter={{ column: 'segment', op: 'eq', value: segment.id }} />}
      <div className="segment-acts">
        {mine && <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>{t(segment === null ? 'segments.add' : 'segments.save')}</Button>}
        {segment !== null && <Link to={`/customers?f=${encodeURIComponent(writeFilter({ column: 'segment', op: 'eq', value: segment.id }))}`}>{t('segments.open')}</Link>}
        {segment !== null && mine && <Button danger loading={drop.isPending} onClick={() => drop.mutate()}>{t('segments.remove')}</Button>}
      </div>
      {(save.error ?? drop.error) !== null && <Problem error={save.error ?? drop.error ?? new Error('unknown')} />}
    </section>
  );
}
