import type { ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { AskButton } from './AskButton.tsx';
import { InvitationPanel } from './InvitationPanel.tsx';

const renderers: CellRenderers = {
  title: (value) => <b className="row-name">{String(value)}</b>,
  number: (value) => (value === '' ? '' : <PartyLink number={String(value)} />),
};

const nameOf = (row: ListRow) => String(row.cells['title'] ?? row.id);

/** Who was asked what, and whether they answered. */
export function InvitationsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.invitations'));
  return (
    <>
      <List
        name="invitations"
        title={t('nav.invitations')}
        renderers={renderers}
        named="title"
        nameOf={nameOf}
        quickView={(row) => <InvitationPanel key={row.id} id={Number(row.id)} />}
        searchHint={t('asking.search')}
        empty={{ title: t('asking.none'), help: t('asking.none.help') }}
        tools={<AskButton small={false} />}
      />
      <Watermark />
    </>
  );
}
