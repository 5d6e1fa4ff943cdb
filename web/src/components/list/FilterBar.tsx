import { Button, Popover } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { ColumnsIcon, CloseIcon, ExportIcon, FilterIcon, SearchIcon } from '../icons.tsx';
import { useSlashKey } from '../useSlashKey.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { isCondition, partsOf, isAny, replaceAt, tidy } from './filter.ts';
import { asked } from './listState.ts';
import type { ListModel } from './useList.ts';
import type { ListWords } from './useListWords.ts';

const FilterBuilder = lazy(async () => ({ default: (await import('./FilterBuilder.tsx')).FilterBuilder }));
const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }));

/** A pause in typing that is worth a question to the server. */
const pauseMs = 300;

interface Props {
  list: ListModel;
  words: ListWords;
  hint: string;
}

/** The search box, the filter as it stands, and what changes the list as a whole. */
export function FilterBar({ list, words, hint }: Props) {
  const { t } = useTranslation();
  const { state, change, description } = list;
  const [building, setBuilding] = useState(false);
  const [exporting, setExporting] = useState(false);
  return (
    <div className="filter-bar">
      <SearchBox list={list} hint={hint} />
      <Popover
        open={building}
        onOpenChange={setBuilding}
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        content={<Suspense fallback={null}><FilterBuilder list={list} words={words} onClose={() => setBuilding(false)} /></Suspense>}
      >
        <Button icon={<FilterIcon />}>{t('list.filter')}</Button>
      </Popover>
      <Popover trigger="click" placement="bottomLeft" destroyOnHidden content={<ColumnChooser list={list} words={words} />}>
        <Button icon={<ColumnsIcon />}>{t('list.columns')}</Button>
      </Popover>
      {description.export !== false && <Button icon={<ExportIcon />} onClick={() => setExporting(true)}>{t('list.export')}</Button>}
      <Chips list={list} words={words} onEdit={() => setBuilding(true)} />
      {(state.filter !== undefined || state.text !== '') && (
        <button type="button" className="link-button" onClick={() => change(asked(state, { text: '', filter: undefined }))}>{t('list.clearFilter')}</button>
      )}
      {exporting && <Suspense fallback={null}><ExportDialog list={list} onClose={() => setExporting(false)} /></Suspense>}
    </div>
  );
}

function SearchBox({ list: { state, change }, hint }: { list: ListModel; hint: string }) {
  const [text, setText] = useState(state.text);
  const [known, setKnown] = useState(state.text);
  const box = useRef<HTMLInputElement>(null);
  useSlashKey(useCallback(() => box.current?.select(), []));

  // The address changed otherwise: by Back, by a view, by "clear".
  if (known !== state.text) {
    setKnown(state.text);
    setText(state.text);
  }

  useEffect(() => {
    if (text.trim() === state.text) return undefined;
    const timer = setTimeout(() => {
      setKnown(text.trim());
      change(asked(state, { text: text.trim() }));
    }, pauseMs);
    return () => clearTimeout(timer);
    // The state belongs to the address at the time of typing; another address resets the text above.
  }, [text]);

  return (
    <label className="search-field">
      <SearchIcon />
      <input
        ref={box}
        type="search"
        value={text}
        placeholder={hint}
        aria-label={hint}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          document.querySelector<HTMLElement>('.list-table tbody tr')?.focus();
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

/** The outermost conditions, each of which can be taken away; a group is one chip that opens the builder. */
function Chips({ list: { state, change, description }, words, onEdit }: { list: ListModel; words: ListWords; onEdit: () => void }) {
  const { t } = useTranslation();
  const { filter } = state;
  if (filter === undefined) return null;
  const parts = isCondition(filter) ? [filter] : partsOf(filter);
  const any = !isCondition(filter) && isAny(filter);
  return (
    <ul className="chips" aria-label={t('list.filter')}>
      {parts.map((part, index) => (
        <li key={JSON.stringify(part)}>
          {any && index > 0 && <span className="chip-or">{t('list.or')}</span>}
          <span className="chip">
            <button type="button" className="chip-text" onClick={onEdit}>
              {isCondition(part) ? words.sentence(part, description.columns) : t('list.group', { count: partsOf(part).length })}
            </button>
            <button
              type="button"
              className="chip-remove"
              aria-label={t('list.removeCondition')}
              onClick={() => change(asked(state, { filter: isCondition(filter) ? undefined : tidy(replaceAt(filter, [index], null)) }))}
            >
              <CloseIcon />
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}
