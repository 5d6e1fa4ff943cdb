import { useSearchParams } from 'react-router';
import { Link } from 'react-router';
import type { RollUpAsked } from '../../api/log.ts';
import { useMay } from '../../api/session.ts';
import { bankDay } from '../../api/work.ts';
import { useTranslation } from '../../app/translation.ts';
import { Tabs } from '../../components/Tabs.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import '../tasks/tasks.css';
import './log.css';
import { MyReport } from './MyReport.tsx';
import { ReviewTab } from './ReviewTab.tsx';
import { RollUpTab } from './RollUpTab.tsx';

/** The work log: one's own report, those that one reviews, and what they sum up to. What is asked for is in the address. */
export function LogPage() {
  const { t } = useTranslation();
  const reviews = useMay()('work.review');
  const [search, setSearch] = useSearchParams();
  useTitle(t('nav.log'));
  const tabs = ['mine', ...(reviews ? ['review', 'rollup'] : [])];
  // A day without a tab is what a notification leads to: one's own.
  const first = reviews && search.get('day') === null ? 'review' : 'mine';
  const tab = tabs.find((each) => each === search.get('tab')) ?? first;
  const day = search.get('day') ?? '';
  const asked: RollUpAsked = { period: search.get('period') === 'month' ? 'month' : 'week', day: day === '' ? bankDay() : day, entity: search.get('entity') ?? '', unit: search.get('unit') ?? '' };

  function go(part: Record<string, string>): void {
    const all = { tab, period: search.get('period') ?? '', day, entity: asked.entity, unit: asked.unit, ...part };
    setSearch(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')), { replace: true });
  }

  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.log')}</h1>
        {reviews && <Link to="/log/reports">{t('log.all')}</Link>}
      </div>
      {tabs.length > 1 && <Tabs label={t('nav.log')} active={tab} onChange={(key) => go({ tab: key })} tabs={tabs.map((key) => ({ key, label: t(`log.tab.${key}`) }))} />}
      {tab === 'mine' ? (
        <MyReport day={day === '' ? bankDay() : day} onDay={(each) => go({ day: each })} />
      ) : tab === 'review' ? (
        <ReviewTab day={day} onDay={(each) => go({ day: each })} />
      ) : (
        <RollUpTab asked={asked} onAsk={(part) => go(part as Record<string, string>)} />
      )}
      <Watermark />
    </div>
  );
}
