import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useNavigate } from 'react-router';
import { pathOf, post } from '../../api/client.ts';
import type { RowsPage } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { ArrowIcon } from '../icons.tsx';
import { keepTrail, neighbourOf, readTrail, recordOf } from '../list/trail.ts';
import { isTyping } from '../useSlashKey.ts';

/** Back to the list as it was, and the rows before and after this one; also by j and k. */
export function Neighbours({ list, id, listAddress }: { list: string; id: string; listAddress: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const trail = readTrail(list);
  const before = neighbourOf(trail, id, -1);
  const after = neighbourOf(trail, id, 1);
  const to = (number: string) => void navigate(`${listAddress}/${encodeURIComponent(number)}`, { replace: true });

  const turn = useMutation({
    mutationFn: async (cursor: { after: string } | { before: string }) => {
      if (trail === null) return;
      const { after: _, before: __, ...request } = trail.request;
      const page = await post<RowsPage>(pathOf('lists', list, 'rows'), { ...request, ...cursor });
      const ids = page.rows.map(recordOf);
      keepTrail(list, { ...trail, ids, next: page.next ?? null, previous: page.previous ?? null });
      const found = 'after' in cursor ? ids[0] : ids.at(-1);
      if (found !== undefined) to(found);
    },
  });

  function go(neighbour: ReturnType<typeof neighbourOf>): void {
    if (neighbour === null || turn.isPending) return;
    if ('id' in neighbour) to(neighbour.id);
    else turn.mutate(neighbour.cursor);
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') go(after);
      if (event.key === 'k') go(before);
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  return (
    <nav className="neighbours" aria-label={t('record.neighbours')}>
      <Link to={trail?.address ?? listAddress}>{t('record.back')}</Link>
      <button type="button" className="tool" disabled={before === null} aria-label={t('record.previous')} title={`${t('record.previous')} (k)`} onClick={() => go(before)}><ArrowIcon to="up" /></button>
      <button type="button" className="tool" disabled={after === null} aria-label={t('record.next')} title={`${t('record.next')} (j)`} onClick={() => go(after)}><ArrowIcon to="down" /></button>
    </nav>
  );
}
