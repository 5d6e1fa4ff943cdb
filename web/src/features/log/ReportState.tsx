import { Tag } from 'antd';
import { useTranslation } from '../../app/translation.ts';

const colours: Readonly<Record<string, string>> = { away: 'purple', missing: 'error', returned: 'warning', submitted: 'processing', accepted: 'success' };

/** Where none is owed because the person is away, why; also beside a report that is there all the same. */
export function ReportState({ state, late, away }: { state: string; late: boolean; away: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      {state !== 'away' && <Tag color={colours[state] ?? 'default'} variant="filled">{t(`option.reports.state.${state}`)}</Tag>}
      {away !== null && <Tag color={colours['away'] ?? 'default'} variant="filled">{t(`log.away.${away}`)}</Tag>}
      {late && <Tag color="warning" variant="filled">{t('log.late')}</Tag>}
    </>
  );
}

/** What makes a report stand out. */
export function Odd({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  return codes.map((code) => <Tag key={code} color="error" variant="outlined">{t(`option.reports.odd.${code}`)}</Tag>);
}
