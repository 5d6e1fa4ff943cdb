import type { Finding } from '../../api/library.ts';
import { useTranslation } from '../../app/translation.ts';

const severities = ['error', 'warning', 'outside', 'looks'] as const;

/** What is to be said of a document: what is in the way first, what is only looks folded away. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation();
  if (findings.length === 0) return <p className="finding-none" role="status">{t('finding.none')}</p>;
  return (
    <div className="findings">
      {severities.map((severity) => ({ severity, of: findings.filter((each) => each.severity === severity) })).filter(({ of }) => of.length > 0).map(({ severity, of }) => (
        <details key={severity} open={severity === 'error' || severity === 'warning'} data-severity={severity}>
          <summary>{t(`finding.severity.${severity}`, { count: of.length })}</summary>
          <ul>
            {of.map((each, at) => (
              <li key={at}>
                <b>{t(`finding.${each.code as 'cycle'}`, { defaultValue: each.code })}</b>
                {each.path !== '' && <code>{each.path}</code>}
                <span className="quiet" lang="en">{each.text}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
