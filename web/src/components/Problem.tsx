import { ApiError } from '../api/client.ts';
import { useTranslation } from '../app/translation.ts';

interface Props {
  error: Error;
  onRetry?: () => void;
  /** Takes the place of a whole page. */
  page?: boolean;
}

/** What happened and what to do, in the reader's language; the server's code stays visible for whoever is asked for help. */
export function Problem({ error, onRetry, page = false }: Props) {
  const { t } = useTranslation();
  const { what, help, code } = useProblemText()(error);
  return (
    <div className={page ? 'problem problem-page' : 'problem'} role="alert">
      <strong>{what}</strong>
      <span>{help}</span>
      <span className="problem-foot">
        {onRetry !== undefined && <button type="button" className="plain-button" onClick={onRetry}>{t('action.retry')}</button>}
        <code>{code}</code>
      </span>
    </div>
  );
}

export interface ProblemText {
  what: string;
  help: string;
  code: string;
}

export function useProblemText(): (error: Error) => ProblemText {
  const { t, i18n } = useTranslation();
  return (error) => {
    const code = error instanceof ApiError ? error.code : 'client';
    const status = error instanceof ApiError ? error.status : -1;
    const key = [code, status >= 500 ? 'server' : '', status === 403 ? 'forbidden' : '', 'other'].find((each) => i18n.exists(`problem.${each}`)) ?? 'other';
    return { what: t(`problem.${key}`), help: t(`problem.${key}.help`), code: status > 0 ? `${status} ${code}` : code };
  };
}
