import { Button } from 'antd';
import { useState } from 'react';
import type { Change } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink, SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { useLive } from '../../live/useLive.ts';
import './stream.css';

/** What one can take in; the rest is a scroll of the message log away. */
const shown = 60;

/** The changes of golden records as they happen. Holding it still does not stop the stream, only the list. */
export function Stream({ followed }: { followed: string | null }) {
  const { t } = useTranslation();
  const changes = useLive((state) => state.changes);
  const [held, setHeld] = useState<readonly Change[] | null>(null);
  const list = (held ?? changes).slice(0, shown);
  const waiting = held === null ? 0 : newerThan(changes, held[0]?.id ?? 0);

  return (
    <section className="stream" aria-label={t('stream.title')}>
      <header>
        <h2>{t('stream.title')}</h2>
        <Button size="small" type={held === null ? 'text' : 'primary'} onClick={() => setHeld(held === null ? changes : null)}>
          {held === null ? t('stream.hold') : t('stream.resume', { count: waiting })}
        </Button>
      </header>
      {list.length === 0 ? (
        <Nothing title={t('stream.empty')} help={t('stream.empty.help')} />
      ) : (
        <ol className="stream-list">
          {list.map((change) => <StreamItem key={change.id} change={change} highlighted={change.partyNumber === followed} />)}
        </ol>
      )}
    </section>
  );
}

function StreamItem({ change, highlighted }: { change: Change; highlighted: boolean }) {
  const names = useNames();
  return (
    <li data-action={change.action} data-highlighted={highlighted}>
      <div className="stream-first">
        <SystemCode system={change.cause.system} />
        <span className="stream-action">{names.action(change.action)}</span>
        <span className="stream-name">{change.maskedName}</span>
        <PartyLink number={change.partyNumber} />
        <span className="stream-when"><When at={change.at} /></span>
      </div>
      <div className="stream-second">{names.list(change.changed.map(names.attribute))}</div>
    </li>
  );
}

function newerThan(changes: readonly Change[], id: number): number {
  return changes.filter((change) => change.id > id).length;
}
