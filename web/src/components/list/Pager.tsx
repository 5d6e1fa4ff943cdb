import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { countQuery } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount } from '../../format/figures.ts';
import { ArrowIcon } from '../icons.tsx';
import type { ListModel } from './useList.ts';

/** How many there are, capped until one asks exactly, and the pages before and after. */
export function Pager({ list }: { list: ListModel }) {
  const { t, i18n } = useTranslation();
  const { state, change, filter, next, previous, description } = list;
  const [exactFor, setExactFor] = useState<string | null>(null);
  const question = JSON.stringify(filter ?? null);
  const exact = exactFor === question;
  const count = useQuery(countQuery(description.name, filter, exact));
  const go = (part: { after?: string; before?: string }) => {
    change({ ...state, after: undefined, before: undefined, open: undefined, ...part }, 'push');
    document.querySelector('.list-scroll')?.scrollTo(0, 0);
  };
  return (
    <footer className="pager">
      <span className="figures" role="status">
        {count.data !== undefined && t('list.count', { count: count.data.count, figure: `${formatCount(count.data.count, i18n.language)}${count.data.capped ? '+' : ''}` })}
      </span>
      {count.data?.capped === true && !exact && <button type="button" className="link-button" onClick={() => setExactFor(question)}>{t('list.exact')}</button>}
      {exact && count.isFetching && <span className="quiet">{t('list.counting')}</span>}
      <span className="pager-pages">
        {state.after !== undefined || state.before !== undefined ? <Button type="link" onClick={() => go({})}>{t('list.firstPage')}</Button> : null}
        <Button icon={<ArrowIcon to="left" />} disabled={previous === undefined} onClick={() => previous !== undefined && go({ before: previous })}>{t('list.previous')}</Button>
        <Button icon={<ArrowIcon to="right" />} iconPlacement="end" disabled={next === undefined} onClick={() => next !== undefined && go({ after: next })}>{t('list.next')}</Button>
      </span>
    </footer>
  );
}
