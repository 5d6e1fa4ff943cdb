import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ListRow } from '../../api/lists.ts';
import { claim } from '../../api/pool.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { UnitName } from '../../components/UnitName.tsx';
import { When } from '../../components/When.tsx';

/** One customer of the pool, with the button that takes them. */
export function PoolPanel({ row }: { row: ListRow }) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const take = useMutation({ mutationFn: () => claim(row.id), onSettled: () => client.invalidateQueries({ queryKey: ['list'] }) });
  const contact = String(row.cells['lastContact'] ?? '');
  const problems = take.data?.problems ?? [];
  return (
    <>
      <dl className="quick-facts">
        <div><dt>{t('column.customers.tier')}</dt><dd>{names.tier(String(row.cells['tier'] ?? ''))}</dd></div>
        <div><dt>{t('field.unit')}</dt><dd><UnitName code={String(row.cells['unit'] ?? '')} /></dd></div>
        <div><dt>{t('field.lastContact')}</dt><dd>{contact === '' ? <span className="quiet">{t('customer.in.noContact')}</span> : <When at={contact} />}</dd></div>
      </dl>
      <Button type="primary" block loading={take.isPending} onClick={() => take.mutate()}>{names.listAction('claim')}</Button>
      {problems.map((problem) => <p key={problem} className="effect-problem" role="alert">{names.listProblem(problem)}</p>)}
      {take.data?.affected === 0 && problems.length === 0 && <p className="effect-problem" role="alert">{t('pool.taken')}</p>}
      {take.error !== null && <Problem error={take.error} />}
    </>
  );
}
