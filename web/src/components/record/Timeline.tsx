import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../Nothing.tsx';
import { When } from '../When.tsx';
import { keptEntries, kindsOf, toggledKinds, type TimelineEntry } from './entries.ts';

/** What happened, newest first; the kinds to see are in the address. */
export function Timeline({ entries }: { entries: readonly (TimelineEntry & { title: ReactNode; body?: ReactNode })[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('kinds')?.split(',') ?? [];
  const kinds = kindsOf(entries);
  const kept = keptEntries(entries, chosen);

  function toggle(kind: string): void {
    const next = new URLSearchParams(search);
    const list = toggledKinds(chosen, kind);
    if (list.length === 0) next.delete('kinds');
    else next.set('kinds', list.join(','));
    setSearch(next, { replace: true });
  }

  if (entries.length === 0) return <Nothing title={t('timeline.none')} help={t('timeline.none.help')} />;
  return (
    <section aria-label={t('timeline.title')}>
      {kinds.length > 1 && (
        <div className="timeline-kinds" role="group" aria-label={t('timeline.kinds')}>
          {kinds.map(({ kind, count }) => (
            <button key={kind} type="button" className="timeline-kind" aria-pressed={chosen.includes(kind)} onClick={() => toggle(kind)}>
              {t(`timeline.kind.${kind}`)} <span className="figures">{count}</span>
            </button>
          ))}
        </div>
      )}
      <ol className="timeline">
        {kept.map((entry) => (
          <li key={entry.id} data-kind={entry.kind}>
            <div className="timeline-head">
              <span className="timeline-title">{entry.title}</span>
              <When at={entry.at} />
            </div>
            {entry.body !== undefined && <div className="timeline-body">{entry.body}</div>}
          </li>
        ))}
      </ol>
    </section>
  );
}
