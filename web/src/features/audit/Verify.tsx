import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { get } from '../../api/client.ts';
import type { AuditCheck } from '../../api/trust.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatCount } from '../../format/figures.ts';

/** Reads the chains of all trails, and says whether any row was edited, deleted or cut off. */
export function Verify() {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const verify = useMutation({ mutationFn: () => get<AuditCheck>('/api/audit/verify') });
  const { data } = verify;
  return (
    <span className="record-actions">
      {data !== undefined && (
        <Alert
          type={data.ok ? 'success' : 'error'}
          showIcon
          title={data.ok ? t('audit.whole', { count: data.rows, figure: formatCount(data.rows, i18n.language) }) : t('audit.broken', { count: data.faults.length })}
          description={data.faults.length > 0 ? <ul>{data.faults.slice(0, 10).map((fault) => <li key={`${fault.trail} ${fault.id}`}>{names.trail(fault.trail)} #{fault.id} {fault.what}</li>)}</ul> : undefined}
        />
      )}
      {verify.error !== null && <Problem error={verify.error} />}
      <Button loading={verify.isPending} onClick={() => verify.mutate()}>{t('audit.verify')}</Button>
    </span>
  );
}
