import { useTranslation } from '../app/translation.ts';
import { formatExact, formatLogTime, formatWhen } from '../format/time.ts';
import { useNow } from './useNow.ts';

/** A time as people say it; exact on hover. */
export function When({ at, log = false }: { at: string | null; log?: boolean }) {
  const { i18n } = useTranslation();
  const now = useNow();
  if (at === null) return <span className="quiet">–</span>;
  return (
    <time dateTime={at} title={formatExact(at)} className="figures">
      {log ? formatLogTime(at, now) : formatWhen(at, now, i18n.language)}
    </time>
  );
}
