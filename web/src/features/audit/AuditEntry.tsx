import type { ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { Diff } from '../../components/Diff.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatExact } from '../../format/time.ts';
import './audit.css';

/** One entry in full: the facts, and what was before and after. */
export function AuditEntry({ cells }: { cells: ListRow['cells'] }) {
  const { t } = useTranslation();
  const names = useNames();
  const text = (name: string) => String(cells[name] ?? '');
  const facts = [
    [t('column.audit.at'), formatExact(text('at'))],
    [t('column.audit.who'), text('who')],
    [t('column.audit.subject'), text('subject')],
    [t('column.audit.reason'), text('reason')],
    [t('column.audit.from'), text('from')],
    [t('column.audit.trail'), `${names.trail(text('trail'))} #${text('id')}`],
  ].filter(([, value]) => value !== '');
  const changed = text('before') !== '' || text('after') !== '';
  return (
    <>
      <dl className="quick-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {changed && (
        <section className="audit-change">
          <h2>{t('audit.change')}</h2>
          <Diff before={text('before')} after={text('after')} />
        </section>
      )}
    </>
  );
}
