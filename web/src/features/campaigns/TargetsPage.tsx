import type { ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { TargetPanel } from './TargetPanel.tsx';

const renderers: CellRenderers = {
  customer: (value) => <b className="row-name">{String(value)}</b>,
  number: (value) => (value === '' ? '' : <PartyLink number={String(value)} />),
};

const nameOf = (row: ListRow) => String(row.cells['customer'] || row.cells['number'] || row.id);

/** The customers of campaigns: every figure of a campaign opens some of them. */
export function TargetsPage() {
  const { t } = useTranslation();
  useTitle(t('campaigns.targets'));
  return (
    <>
      <List
        name="campaign-targets"
        title={t('campaigns.targets')}
        renderers={renderers}
        named="customer"
        nameOf={nameOf}
        also={['campaign']}
        quickView={(row) => <TargetPanel key={row.id} campaign={String(row.cells['campaign'])} id={row.id} />}
        searchHint={t('campaigns.targets.search')}
        empty={{ title: t('campaigns.targets.none'), help: t('campaigns.targets.none.help') }}
      />
      <Watermark />
    </>
  );
}
