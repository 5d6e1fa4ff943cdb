import { Tag } from 'antd';
import { useTranslation } from '../../app/translation.ts';

const colours: Readonly<Record<string, string>> = { missing: 'error', returned: 'warning', submitted: 'processing', accepted: 'success' };

export function ReportState({ state, late }: { state: string; late: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag color={colours[state] ?? 'default'} variant="filled">{t(`option.reports.state.${state}`)}</Tag>
      {late && <Tag color="warning" variant="filled">{t('log.late')}</Tag>}
    </>
  );
}

/** What makes a report stand out. */
export function Odd({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  return codes.map((code) => <Tag key={code} color="error" variant="outlined">{t(`option.reports.odd.${code}`)}</Tag>);
}
