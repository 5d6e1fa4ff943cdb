import type { Balance } from '../../api/customers.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatMoney } from '../../format/figures.ts';

const width = 96;
const height = 22;

/** The last month's balances as a line a word high, the newest to the right. */
export function Spark({ days }: { days: readonly Balance[] }) {
  const { t, i18n } = useTranslation();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length < 2) return <span className="quiet">–</span>;
  const balances = days.map((day) => day.balance);
  const [low, high] = [Math.min(...balances), Math.max(...balances)];
  const at = (day: Balance, index: number) =>
    `${((index / (days.length - 1)) * (width - 2) + 1).toFixed(1)},${(height - 2 - (high === low ? 0.5 : (day.balance - low) / (high - low)) * (height - 4)).toFixed(1)}`;
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('holdings.spark', { from: formatMoney(first.balance, i18n.language), to: formatMoney(last.balance, i18n.language) })}>
      <polyline points={days.map(at).join(' ')} />
    </svg>
  );
}
