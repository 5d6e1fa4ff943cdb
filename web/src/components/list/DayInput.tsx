import { Input, Select } from 'antd';
import { useTranslation } from '../../app/translation.ts';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onEnter: (() => void) | undefined;
  autoFocus: boolean;
}

type How = 'date' | 'ago' | 'ahead';

/** A day: one of the calendar, or so many days before or after today, which a stored filter counts anew each day. */
export function DayInput({ label, value, onChange, onEnter, autoFocus }: Props) {
  const { t } = useTranslation();
  const relative = /^today([+-])(\d*)$/.exec(value);
  const how: How = relative === null ? 'date' : relative[1] === '-' ? 'ago' : 'ahead';
  const sign = (of: How) => (of === 'ago' ? '-' : '+');
  return (
    <span className="day-input">
      <Select<How>
        size="small"
        aria-label={t('list.day.how')}
        value={how}
        popupMatchSelectWidth={false}
        onChange={(next) => onChange(next === 'date' ? '' : `today${sign(next)}${relative?.[2] ?? '30'}`)}
        options={(['date', 'ago', 'ahead'] as const).map((each) => ({ value: each, label: t(`list.day.${each}`) }))}
      />
      <Input
        size="small"
        className="list-value"
        aria-label={label}
        autoFocus={autoFocus}
        type={how === 'date' ? 'date' : 'number'}
        min={0}
        value={how === 'date' ? value : (relative?.[2] ?? '')}
        onChange={(event) => onChange(how === 'date' ? event.target.value : `today${sign(how)}${event.target.value}`)}
        onPressEnter={() => onEnter?.()}
      />
    </span>
  );
}
