import { Input, Select } from 'antd';
import type { ListColumn } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { PersonSelect, personColumns } from '../PersonSelect.tsx';
import { QuestionnaireSelect, questionnaireColumns } from '../QuestionnaireSelect.tsx';
import { RoleSelect, roleColumns } from '../RoleSelect.tsx';
import { PlanSelect, planColumns } from '../PlanSelect.tsx';
import { UnitSelect, unitColumns } from '../UnitSelect.tsx';
import { DayInput } from './DayInput.tsx';
import type { ListWords } from './useListWords.ts';

interface Props {
  column: ListColumn;
  words: ListWords;
  value: string;
  onChange: (value: string) => void;
  onEnter?: () => void;
  autoFocus?: boolean;
}

/** One value of a column, entered in the way of its type. */
export function ValueInput({ column, words, value, onChange, onEnter, autoFocus = false }: Props) {
  const { t } = useTranslation();
  const options = words.optionsOf(column);
  const label = t('list.value', { column: words.column(column.name) });
  if (options.length > 0 || column.type === 'bool') {
    return (
      <Select
        size="small"
        className="list-value"
        aria-label={label}
        autoFocus={autoFocus}
        defaultOpen={autoFocus}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={value === '' ? undefined : value}
        onChange={onChange}
        options={options.length > 0 ? options : ['true', 'false'].map((each) => ({ value: each, label: t(each === 'true' ? 'answer.yes' : 'answer.no') }))}
      />
    );
  }
  if (personColumns.has(column.name)) return <PersonSelect by="id" label={label} value={value} onChange={onChange} autoFocus={autoFocus} many={column.name === 'managers'} />;
  if (planColumns.has(column.name)) return <PlanSelect label={label} value={value} onChange={onChange} />;
  if (questionnaireColumns.has(column.name)) return <QuestionnaireSelect label={label} value={value} onChange={onChange} />;
  if (roleColumns.has(column.name)) return <RoleSelect label={label} value={value} onChange={onChange} />;
  if (unitColumns.has(column.name)) return <UnitSelect label={label} value={value} onChange={onChange} entities={column.name === 'entity'} />;
  if (column.type === 'date' || column.type === 'time') return <DayInput label={label} value={value} onChange={onChange} onEnter={onEnter} autoFocus={autoFocus} />;
  return (
    <Input
      size="small"
      className="list-value"
      aria-label={label}
      autoFocus={autoFocus}
      type={column.type === 'number' || column.type === 'money' ? 'number' : 'text'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onPressEnter={() => onEnter?.()}
    />
  );
}
