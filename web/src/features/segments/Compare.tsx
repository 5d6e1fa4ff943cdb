import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { countQuery, type Filter } from '../../api/lists.ts';
import type { Segment } from '../../api/segments.ts';
import { useTranslation } from '../../app/translation.ts';
import { writeFilter } from '../../components/list/filterText.ts';
import { formatCount } from '../../format/figures.ts';

const is = (segment: string): Filter => ({ column: 'segment', op: 'eq', value: segment });
const isNot = (segment: string): Filter => ({ column: 'segment', op: 'ne', value: segment });

/** Two segments beside each other: who is in one, in the other, in both; each figure opens its customers. */
export function Compare({ segments }: { segments: readonly Segment[] }) {
  const { t, i18n } = useTranslation();
  const [first, setFirst] = useState(segments[0]?.id ?? '');
  const [second, setSecond] = useState(segments[1]?.id ?? '');
  const parts = [
    { name: t('segments.compare.first'), filter: { and: [is(first), isNot(second)] } },
    { name: t('segments.compare.both'), filter: { and: [is(first), is(second)] } },
    { name: t('segments.compare.second'), filter: { and: [is(second), isNot(first)] } },
  ];
  const counts = useQueries({ queries: parts.map((part) => countQuery('customers', part.filter, true)) });
  const options = segments.map((segment) => ({ value: segment.id, label: segment.name }));
  return (
    <section className="segment-editor" aria-label={t('segments.compare')}>
      <div className="segment-head">
        <Select aria-label={t('segments.compare.first')} value={first} onChange={setFirst} options={options} />
        <Select aria-label={t('segments.compare.second')} value={second} onChange={setSecond} options={options} />
      </div>
      <dl className="segment-compare">
        {parts.map((part, index) => (
          <div key={part.name}>
            <dt>{part.name}</dt>
            <dd className="figures">
              <Link to={`/customers?f=${encodeURIComponent(writeFilter(part.filter))}`}>{counts[index]?.data === undefined ? '…' : formatCount(counts[index].data.count, i18n.language)}</Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
