import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { Channels } from './Channels.tsx';
import { OutgoingPanel } from './OutgoingPanel.tsx';
import { OutgoingTag, OutcomeText } from './words.tsx';

const also = ['key', 'state', 'outcome', 'channel', 'attempt', 'at'];

const renderers: CellRenderers = {
  key: (value) => <b className="row-name">{String(value)}</b>,
  state: (value) => <OutgoingTag state={String(value)} />,
  outcome: (value) => <OutcomeText code={String(value)} />,
  number: (value) => <PartyLink number={String(value)} />,
};

/** Messages to customers: the channels, what stands where, and what is in doubt. */
export function SendingPage() {
  const { t } = useTranslation();
  useTitle(t('nav.sending'));
  return (
    <>
      <Channels />
      <List
        name="outgoing"
        title={t('sending.messages')}
        renderers={renderers}
        nameOf={(row) => String(row.cells['key'] ?? row.id)}
        named="key"
        also={also}
        quickView={(row) => <OutgoingPanel key={row.id} row={row} />}
        searchHint={t('sending.search')}
        empty={{ title: t('sending.none'), help: t('sending.none.help') }}
      />
      <Watermark />
    </>
  );
}
