import type { ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { When } from '../../components/When.tsx';
import { useNames } from '../../components/useNames.ts';
import { OutcomeText, OutgoingTag } from './words.tsx';

/** One message, and what its state means for whoever must decide. */
export function OutgoingPanel({ row }: { row: ListRow }) {
  const { t } = useTranslation();
  const names = useNames();
  const cell = (name: string) => String(row.cells[name] ?? '');
  const state = cell('state');
  return (
    <>
      <dl className="quick-facts">
        <div><dt>{t('column.outgoing.state')}</dt><dd><OutgoingTag state={state} /></dd></div>
        <div><dt>{t('column.outgoing.outcome')}</dt><dd><OutcomeText code={cell('outcome')} /></dd></div>
        <div><dt>{t('column.outgoing.channel')}</dt><dd>{names.option(`outgoing.channel.${cell('channel')}`)}</dd></div>
        <div><dt>{t('column.outgoing.attempt')}</dt><dd>{cell('attempt')}</dd></div>
        <div><dt>{t('column.outgoing.at')}</dt><dd><When at={cell('at')} /></dd></div>
      </dl>
      {state === 'in-doubt' && <p>{t('sending.doubt.help')}</p>}
    </>
  );
}
