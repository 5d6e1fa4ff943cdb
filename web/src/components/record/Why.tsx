import { useQuery } from '@tanstack/react-query';
import { Popover, Skeleton } from 'antd';
import { get, pathOf } from '../../api/client.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../Problem.tsx';
import { UnitName } from '../UnitName.tsx';
import { useNames } from '../useNames.ts';

interface Source {
  role: string;
  unit: string;
  unitName: string;
  reach: string;
  coverFor?: string | null;
  because: string;
  value: string;
}

/** "Why can I see this?": every post that lets the person at this browser see the record. */
export function Why({ number }: { number: string }) {
  const { t } = useTranslation();
  return (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden content={<Sources number={number} />}>
      <button type="button" className="link-button">{t('why.title')}</button>
    </Popover>
  );
}

function Sources({ number }: { number: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const why = useQuery({ queryKey: ['why', number], queryFn: ({ signal }) => get<{ permission: string; sources: Source[] }>(pathOf('parties', number, 'why'), {}, signal) });
  if (why.isError) return <Problem error={why.error} />;
  if (why.data === undefined) return <Skeleton active title={false} paragraph={{ rows: 2 }} className="why" />;
  return (
    <div className="why">
      <h2>{t('why.title')}</h2>
      <ul>
        {why.data.sources.map((source) => (
          <li key={JSON.stringify(source)}>
            <strong>{names.role(source.role)}</strong> · {source.unitName}
            {source.coverFor !== null && source.coverFor !== undefined && <span className="why-cover">{t('why.cover', { name: source.coverFor })}</span>}
            <p>
              {t(`why.because.${source.because}`)}
              {source.because === 'unit' || source.because === 'entity' ? <> <UnitName code={source.value} /></> : source.because === 'place' ? <> <span className="mono">{source.value}</span></> : null}
            </p>
          </li>
        ))}
      </ul>
      {why.data.sources.length === 0 && <p>{t('why.none')}</p>}
    </div>
  );
}
