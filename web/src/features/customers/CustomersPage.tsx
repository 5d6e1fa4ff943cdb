import type { ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { Kind, PartyLink, SystemCode } from '../../components/labels.tsx';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { ImportLink } from '../imports/ImportLink.tsx';

const text = (value: unknown) => String(value);
const numberOf = (row: ListRow) => text(row.cells['number'] ?? row.id);

const renderers: CellRenderers = {
  name: (value, row) => <b className="row-name">{text(value === '' ? numberOf(row) : value)}</b>,
  number: (value) => <PartyLink number={text(value)} />,
  kind: (value) => <Kind kind={text(value)} />,
  systems: (value) => (
    <span className="system-list">
      {systemsOf(value).map((system) => <SystemCode key={system} system={system} />)}
    </span>
  ),
};

/** An array, or one text with the codes one after the other. */
function systemsOf(value: unknown): string[] {
  return [...new Set(Array.isArray(value) ? value.map(text) : text(value).split(/[\s,|]+/).filter((each) => each !== ''))];
}

export function CustomersPage() {
  const { t } = useTranslation();
  useTitle(t('nav.customers'));
  return (
    <>
      <List
        name="customers"
        title={t('nav.customers')}
        renderers={renderers}
        to={(row) => `/customers/${numberOf(row)}`}
        nameOf={(row) => text(row.cells['name'] ?? numberOf(row))}
        searchHint={t('customers.placeholder')}
        tools={<ImportLink kind="customers" />}
        empty={{ title: t('customers.none'), help: t('customers.none.help') }}
      />
      <Watermark />
    </>
  );
}
