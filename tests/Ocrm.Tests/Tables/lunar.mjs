// Writes lunar-months.txt and holidays.txt by lunar-javascript 1.7.7 (npm i lunar-javascript@1.7.7; node lunar.mjs).
// lunar-months.txt: the first day of every lunar month from 1930 to 2099, its year, its month (negative where it is a leap month), its days.
// holidays.txt: each day of 2024 to 2026 that the State Council made free (off) or, being a weekend, a working day (work).
import { writeFileSync } from 'node:fs';
import lunar from 'lunar-javascript';

const { Solar, LunarYear, HolidayUtil } = lunar;
const months = new Map();
for (let year = 1929; year <= 2099; year++) {
  for (const month of LunarYear.fromYear(year).getMonthsInYear()) {
    const day = Solar.fromJulianDay(month.getFirstJulianDay());
    if (day.getYear() >= 1930) months.set(day.toYmd(), `${day.toYmd()} ${month.getYear()} ${month.getMonth()} ${month.getDayCount()}`);
  }
}
writeFileSync('lunar-months.txt', [...months.values()].join('\n') + '\n');

const days = [];
for (let day = Solar.fromYmd(2024, 1, 1); day.getYear() <= 2026; day = day.next(1)) {
  const holiday = HolidayUtil.getHoliday(day.toYmd());
  if (holiday !== null) days.push(`${day.toYmd()} ${holiday.isWork() ? 'work' : 'off'} ${holiday.getName()}`);
}
writeFileSync('holidays.txt', days.join('\n') + '\n');
