import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { countQuery, type Filter } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { formatCount } from '../../format/figures.ts';

/** A pause in typing that is worth a question to the server. */
const pauseMs = 300;

/** How many of one's own customers it is now, asked again while the conditions are written. */
export function LiveCount({ filter }: { filter: Filter }) {
  const { t, i18n } = useTranslation();
  const wanted = JSON.stringify(filter);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pauseMs);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, error } = useQuery(countQuery('customers', JSON.parse(asked) as Filter, false));
  if (error !== null) return <Problem error={error} />;
  const figure = data === undefined ? '…' : `${formatCount(data.count, i18n.language)}${data.capped ? '+' : ''}`;
  return <p className="segment-count figures" role="status" data-settled={data !== undefined && asked === wanted}>{t('segments.count', { figure })}</p>;
}
