import type { Filter, ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { When } from '../../components/When.tsx';
import { AuditEntry } from './AuditEntry.tsx';
import { Verify } from './Verify.tsx';

const mono = (value: unknown) => <span className="mono">{String(value)}</span>;

const renderers: CellRenderers = {
  at: (value) => <When at={String(value)} log />,
  subject: mono,
  from: mono,
  before: mono,
  after: mono,
};

/** What an entry's panel says, whatever columns are shown. */
const entryColumns = ['at', 'who', 'act', 'subject', 'reason', 'from', 'trail', 'id', 'before', 'after'] as const;

/** Whole names, which an index finds, or a word of the reason. */
function search(text: string): Filter | undefined {
  const value = text.trim();
  return value === '' ? undefined : { or: [...['who', 'subject', 'from'].map((column) => ({ column, op: 'eq' as const, value })), { column: 'reason', op: 'contains', value }] };
}

/** Who did what to whom, when, from where and why; and whether the trail is whole. */
export function AuditPage() {
  const { t } = useTranslation();
  useTitle(t('nav.audit'));
  const names = useNames();
  const actOf = (row: ListRow) => names.act(String(row.cells['act']));
  return (
    <>
      <List
        name="audit"
        title={t('nav.audit')}
        renderers={renderers}
        nameOf={actOf}
        named="act"
        also={entryColumns}
        quickView={(row) => <AuditEntry cells={row.cells} />}
        searchHint={t('audit.search')}
        search={search}
        empty={{ title: t('audit.none'), help: t('audit.none.help') }}
        tools={<Verify />}
      />
      <Watermark />
    </>
  );
}
