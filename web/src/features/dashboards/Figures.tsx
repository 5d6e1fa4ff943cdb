import { Link } from 'react-router';
import type { DashboardScope, DashboardView } from '../../api/dashboards.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount, formatShare, formatSum } from '../../format/figures.ts';
import { addressOf, type Figure } from './addresses.ts';
import { changeOf, coverageOf, growthOf } from './rates.ts';

/** The figures of the whole scope; each opens its list. */
export function Figures({ view, scope }: { view: DashboardView; scope: DashboardScope }) {
  const { t, i18n } = useTranslation();
  const { base, work } = view;
  const percent = (share: number | null) => formatShare(share, i18n.language);
  const sum = (cents: number | null) => (cents === null ? '–' : formatSum(cents, i18n.language));
  const opens = (figure: Figure, text: string) => <Link to={addressOf(figure, view, scope)}>{text}</Link>;
  const count = (figure: Figure, value: number) => opens(figure, formatCount(value, i18n.language));
  const change = changeOf(base, view.beforeKnown);
  return (
    <dl className="dash-figures">
      <div><dt>{t('dash.customers')}</dt><dd>{count('customers', base.customers)}</dd><dd className="quiet">{t('dash.opened')} {count('opened', base.opened)}</dd></div>
      <div><dt>{t('dash.deposits')}</dt><dd>{sum(base.deposits)}</dd><dd className="quiet">{t('dash.sinceMonthEnd')} {change !== null && change > 0 ? '+' : ''}{sum(change)} {percent(growthOf(base, view.beforeKnown))}</dd></div>
      <div>
        <dt>{t('dash.loans')}</dt><dd>{sum(base.loans)}</dd>
        <dd className="quiet">{t('dash.sinceMonthEnd')} {sum(!view.beforeKnown || base.loans === null || base.loansBefore === null ? null : base.loans - base.loansBefore)}</dd>
      </div>
      <div>
        <dt>{t('dash.coverage')}</dt><dd>{opens('contacted', percent(coverageOf(base)))}</dd>
        <dd className="quiet">{t('dash.uncovered')} {count('uncovered', base.customers - base.contacted)}</dd>
      </div>
      {work !== null && (
        <>
          <div><dt>{t('dash.due')}</dt><dd>{count('due', work.due)}</dd><dd className="quiet">{t('dash.overdue')} {count('overdue', work.overdue)}</dd></div>
          <div>
            <dt>{t('dash.doneThisMonth')}</dt><dd>{count('done', work.done)}</dd>
            <dd className="quiet">{t('dash.visits')} {count('visits', work.visits)} · {t('dash.calls')} {count('calls', work.calls)}</dd>
          </div>
        </>
      )}
    </dl>
  );
}
