import { Button, Input, Select, type InputRef } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { RefreshIcon, SearchIcon } from '../../components/icons.tsx';
import { useNames } from '../../components/useNames.ts';
import { useSlashKey } from '../../components/useSlashKey.ts';
import { SystemSelect } from './SystemSelect.tsx';
import { useFilter } from './useFilter.ts';

/** The outcomes of messages in, then those of deliveries out. */
const outcomes = ['applied', 'refused', 'done', 'notFound', 'tryAgain', 'unknown', 'notSent'];

export function FilterBar({ refreshing, onRefresh }: { refreshing: boolean; onRefresh: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const { filter, change } = useFilter();
  const [text, setText] = useState(filter.q ?? '');
  const box = useRef<InputRef>(null);
  useSlashKey(useCallback(() => box.current?.focus({ cursor: 'all' }), []));

  // A link to the log with another search replaces what stands in the box.
  useEffect(() => setText(filter.q ?? ''), [filter.q]);

  const apply = () => change({ q: text.trim() });
  return (
    <div className="filter-bar" role="search" aria-label={t('messages.filter')}>
      <Input
        ref={box}
        className="filter-search"
        allowClear
        prefix={<SearchIcon />}
        placeholder={t('messages.search')}
        aria-label={t('messages.search')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value === '') change({ q: undefined });
        }}
        onPressEnter={apply}
        onBlur={apply}
      />
      <SystemSelect value={filter.system} onChange={(system) => change({ system })} />
      <Select
        className="filter"
        allowClear
        aria-label={t('field.direction')}
        placeholder={t('filter.direction')}
        value={filter.direction ?? null}
        onChange={(direction: string | null | undefined) => change({ direction: direction ?? undefined })}
        options={[{ value: 'in', label: t('direction.in') }, { value: 'out', label: t('direction.out') }]}
      />
      <Select
        className="filter"
        allowClear
        aria-label={t('field.outcome')}
        placeholder={t('filter.outcome')}
        value={filter.outcome ?? null}
        onChange={(outcome: string | null | undefined) => change({ outcome: outcome ?? undefined })}
        options={outcomes.map((outcome) => ({ value: outcome, label: names.outcome(outcome) }))}
      />
      <Button icon={<RefreshIcon />} loading={refreshing} onClick={onRefresh}>{t('action.refresh')}</Button>
    </div>
  );
}
