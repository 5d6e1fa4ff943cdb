import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fillSegment, reconciliationQuery, type Reconciliation, type Segment } from '../../api/segments.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';

/** The file that fills a segment, and what of it was not matched. */
export function FileFields({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const known = useQuery(reconciliationQuery(segment.id));
  const fill = useMutation({
    mutationFn: (file: Blob) => fillSegment(segment.id, file),
    onSuccess: async (found) => {
      client.setQueryData(reconciliationQuery(segment.id).queryKey, found);
      await client.invalidateQueries({ queryKey: ['list', 'customers'] });
    },
  });
  return (
    <div className="segment-file">
      {segment.mine && (
        <label className="dialog-field">
          <span>{t('segments.file.choose')}</span>
          <input type="file" accept=".csv,.xlsx" onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) fill.mutate(file);
          }} />
        </label>
      )}
      <p className="quiet">{t('segments.file.help')}</p>
      {fill.error !== null && <Problem error={fill.error} />}
      {known.data !== undefined && known.data.lines > 0 && <Reconciled found={known.data} />}
    </div>
  );
}

function Reconciled({ found }: { found: Reconciliation }) {
  const { t } = useTranslation();
  return (
    <div role="status" data-unmatched={found.unmatched}>
      <p className="figures">{t('segments.file.found', { lines: found.lines, matched: found.matched, unmatched: found.unmatched })}</p>
      {found.problems.length > 0 && (
        <ul className="segment-problems">
          {found.problems.map((problem) => <li key={problem.line}>{t('segments.file.line', { line: problem.line })} {t(`segments.file.problem.${problem.problem as 'nobody'}`)}</li>)}
        </ul>
      )}
    </div>
  );
}
