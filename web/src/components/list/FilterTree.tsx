import { Segmented, Select } from 'antd';
import type { Condition, Filter, ListColumn, Operator, Scalar } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { CloseIcon } from '../icons.tsx';
import { addAt, asGroup, groupOf, isAny, isCondition, needsValue, partsOf, replaceAt, startOf, takesSeveral, type Path } from './filter.ts';
import type { ListWords } from './useListWords.ts';
import { ValueInput } from './ValueInput.tsx';

/** A group in a group is as far as a person can follow. */
const deepest = 1;

interface Shared {
  columns: readonly ListColumn[];
  words: ListWords;
  onReplace: (path: Path, part: Filter | null) => void;
  onAdd: (path: Path, part: Filter) => void;
}

interface Props {
  columns: readonly ListColumn[];
  words: ListWords;
  /** A group. */
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Conditions in groups of "all of" and "any of". */
export function FilterTree({ columns, words, filter, onChange }: Props) {
  return (
    <Group
      group={filter}
      path={[]}
      shared={{
        columns,
        words,
        onReplace: (path, part) => onChange(asGroup(replaceAt(filter, path, part) ?? undefined)),
        onAdd: (path, part) => onChange(addAt(filter, path, part)),
      }}
    />
  );
}

function Group({ group, path, shared }: { group: Filter; path: Path; shared: Shared }) {
  const { t } = useTranslation();
  const { columns, onReplace, onAdd } = shared;
  const [first] = columns;
  return (
    <div className="filter-group" role="group" aria-label={t(isAny(group) ? 'list.anyOf' : 'list.allOf')}>
      <Segmented
        size="small"
        value={isAny(group) ? 'or' : 'and'}
        onChange={(joined) => onReplace(path, groupOf(joined === 'or', partsOf(group)))}
        options={[{ value: 'and', label: t('list.allOf') }, { value: 'or', label: t('list.anyOf') }]}
      />
      {partsOf(group).map((part, index) => (
        <div key={index} className="filter-part">
          {isCondition(part) ? <ConditionRow condition={part} path={[...path, index]} shared={shared} /> : <Group group={part} path={[...path, index]} shared={shared} />}
          <button type="button" className="tool" aria-label={t('list.removeCondition')} onClick={() => onReplace([...path, index], null)}><CloseIcon /></button>
        </div>
      ))}
      {first !== undefined && (
        <div className="filter-add">
          <button type="button" className="link-button" onClick={() => onAdd(path, startOf(first))}>{t('list.addCondition')}</button>
          {path.length < deepest && (
            <button type="button" className="link-button" onClick={() => onAdd(path, groupOf(!isAny(group), [startOf(first)]))}>{t('list.addGroup')}</button>
          )}
        </div>
      )}
    </div>
  );
}

function ConditionRow({ condition, path, shared: { columns, words, onReplace } }: { condition: Condition; path: Path; shared: Shared }) {
  const { t } = useTranslation();
  const column = columns.find((each) => each.name === condition.column) ?? columns[0];
  if (column === undefined) return null;
  const values = Array.isArray(condition.value) ? condition.value.map(String) : condition.value === undefined ? [] : [String(condition.value)];

  function value(next: Scalar | readonly Scalar[]): void {
    onReplace(path, { column: condition.column, op: condition.op, value: next });
  }

  function operator(op: Operator): void {
    const several = takesSeveral(op) || op === 'between';
    const kept = !needsValue(op) || values.length === 0 ? {} : { value: several ? values : (values[0] ?? '') };
    onReplace(path, { column: condition.column, op, ...kept });
  }

  return (
    <div className="filter-condition">
      <Select
        size="small"
        className="filter-column"
        aria-label={t('list.column')}
        value={column.name}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(name) => {
          const next = columns.find((each) => each.name === name);
          if (next !== undefined) onReplace(path, startOf(next));
        }}
        options={columns.map((each) => ({ value: each.name, label: words.column(each.name) }))}
      />
      <Select
        size="small"
        className="filter-operator"
        aria-label={t('list.operator')}
        value={condition.op}
        popupMatchSelectWidth={false}
        onChange={operator}
        options={column.filters.map((each) => ({ value: each, label: words.operator(each) }))}
      />
      {condition.op === 'between' ? (
        <>
          <ValueInput column={column} words={words} value={values[0] ?? ''} onChange={(from) => value([from, values[1] ?? ''])} />
          <span>–</span>
          <ValueInput column={column} words={words} value={values[1] ?? ''} onChange={(to) => value([values[0] ?? '', to])} />
        </>
      ) : takesSeveral(condition.op) ? (
        <Select
          size="small"
          mode={words.optionsOf(column).length > 0 ? 'multiple' : 'tags'}
          className="list-value filter-several"
          aria-label={t('list.value', { column: words.column(column.name) })}
          showSearch={{ optionFilterProp: 'label' }}
          value={values}
          onChange={(next: string[]) => value(next)}
          options={words.optionsOf(column)}
        />
      ) : (
        needsValue(condition.op) && <ValueInput column={column} words={words} value={values[0] ?? ''} onChange={value} />
      )}
    </div>
  );
}
