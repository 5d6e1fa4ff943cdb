import type { ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { ResponsePanel } from './ResponsePanel.tsx';

const renderers: CellRenderers = {
  name: (value) => <b className="row-name">{String(value)}</b>,
  number: (value) => (value === '' ? '' : <PartyLink number={String(value)} />),
};

const nameOf = (row: ListRow) => String(row.cells['name'] || row.id);

/** What was answered, by whom, over which way; one opens beside the list. */
export function AnswersPage() {
  const { t } = useTranslation();
  useTitle(t('nav.answers'));
  return (
    <>
      <List
        name="responses"
        title={t('nav.answers')}
        renderers={renderers}
        nameOf={nameOf}
        quickView={(row) => <ResponsePanel key={row.id} id={Number(row.id)} />}
        searchHint={t('answers.search')}
        empty={{ title: t('answers.none'), help: t('answers.none.help') }}
      />
      <Watermark />
    </>
  );
}
