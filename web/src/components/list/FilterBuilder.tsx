import { Button } from 'antd';
import { useState } from 'react';
import type { Filter } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { asGroup, partsOf, startOf, tidy } from './filter.ts';
import { FilterTree } from './FilterTree.tsx';
import { asked } from './listState.ts';
import type { ListModel } from './useList.ts';
import type { ListWords } from './useListWords.ts';

/** Conditions in groups of "all of" and "any of"; applied when one says so, since half a filter asks for what nobody wants. */
export function FilterBuilder({ list, words, onClose }: { list: ListModel; words: ListWords; onClose: () => void }) {
  const { t } = useTranslation();
  const { state, change, description } = list;
  const columns = description.columns.filter((column) => column.filters.length > 0);
  const [draft, setDraft] = useState<Filter>(() => {
    const group = asGroup(state.filter);
    const [first] = columns;
    return partsOf(group).length === 0 && first !== undefined ? { and: [startOf(first)] } : group;
  });

  function apply(): void {
    change(asked(state, { filter: tidy(draft) }));
    onClose();
  }

  return (
    <form
      className="filter-builder"
      aria-label={t('list.filter')}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <FilterTree columns={columns} words={words} filter={draft} onChange={setDraft} />
      <footer>
        <Button htmlType="submit" type="primary">{t('list.apply')}</Button>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
      </footer>
    </form>
  );
}
