import type { CellRenderers } from '../../components/list/Cell.tsx';
import { useTranslation } from '../../app/translation.ts';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import '../tasks/tasks.css';
import './log.css';
import { ReportPanel } from './ReportPanel.tsx';

const renderers: CellRenderers = { day: (value) => <b className="row-name figures">{String(value)}</b> };
const also = ['day', 'person', 'entity'];

/** All submitted reports as a list: what the figures of the roll-up open. */
export function ReportsPage() {
  const { t } = useTranslation();
  useTitle(t('log.all'));
  return (
    <>
      <List
        name="reports"
        title={t('log.all')}
        renderers={renderers}
        nameOf={(row) => String(row.cells['day'] ?? row.id)}
        named="day"
        also={also}
        quickView={(row) => <ReportPanel person={String(row.cells['person'])} day={String(row.cells['day'])} entity={String(row.cells['entity'])} />}
        searchHint={t('log.search')}
        empty={{ title: t('log.review.none'), help: t('log.review.none.help') }}
      />
      <Watermark />
    </>
  );
}
