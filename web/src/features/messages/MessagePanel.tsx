import { useQuery } from '@tanstack/react-query';
import { Drawer, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { messageQuery } from '../../api/queries.ts';
import type { MessageDetail, MessageTry } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { DirectionMark, Outcome, PartyLink, SystemCode } from '../../components/labels.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { formatDuration } from '../../format/figures.ts';
import { formatExact } from '../../format/time.ts';
import { useFilter } from './useFilter.ts';

/** One message beside the list: what became of it, every try, and its content with personal data masked by the server. */
export function MessagePanel() {
  const { t } = useTranslation();
  const { open, change } = useFilter();
  const [direction = '', system = '', ...rest] = (open ?? '').split('/');
  const id = rest.join('/');
  const message = useQuery({ ...messageQuery(direction, system, id), enabled: id !== '' });
  return (
    <Drawer
      open={id !== ''}
      onClose={() => change({ open: undefined })}
      size={560}
      title={<span className="mono panel-title">{id}</span>}
      className="message-panel"
    >
      {message.isError ? (
        <Problem error={message.error} onRetry={() => void message.refetch()} />
      ) : message.data === undefined ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : (
        <Facts message={message.data} heading={t('messages.content')} />
      )}
    </Drawer>
  );
}

function Facts({ message, heading }: { message: MessageDetail; heading: string }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('field.system'), <><SystemCode system={message.system} /> {names.system(message.system)} <DirectionMark direction={message.direction} /></>],
    [t('field.outcome'), <Outcome outcome={message.outcome} />],
    ...(message.reason === null || message.outcome === 'done' ? [] : [[t('field.reason'), names.reason(message.reason)] as const]),
    ...(message.field === null || message.field === '' ? [] : [[t('field.field'), <code>{message.field}</code>] as const]),
    ...(message.text === null || message.text === '' ? [] : [[t('field.text'), message.text] as const]),
    [t('field.at'), <span className="figures">{formatExact(message.at)} <span className="quiet"><When at={message.at} /></span></span>],
    [t('field.duration'), <span className="figures">{formatDuration(message.durationMs, i18n.language)}</span>],
    [t('field.key'), <span className="mono">{message.key ?? '–'}</span>],
    [t('field.customer'), message.partyNumber === null ? '–' : <PartyLink number={message.partyNumber} />],
    ...(message.direction === 'in' ? [[t('field.repeats'), <span className="figures">{message.repeats}</span>] as const] : []),
  ];
  return (
    <>
      <dl className="facts">
        {rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      {message.attempts.length > 0 && <Tries tries={message.attempts} />}
      <h2>{heading}</h2>
      <p className="quiet">{t(message.content === null ? 'messages.content.none' : 'messages.content.help')}</p>
      {message.content !== null && <pre className="content" tabIndex={0}>{message.content}</pre>}
    </>
  );
}

function Tries({ tries }: { tries: readonly MessageTry[] }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <h2>{t('messages.tries')}</h2>
      <ol className="tries">
        {tries.map((each) => (
          <li key={each.number}>
            <span className="figures">{each.number}</span>
            <When at={each.at} log />
            <Outcome outcome={each.outcome} />
            <span className="figures quiet">{formatDuration(each.durationMs, i18n.language)}</span>
            <span className="try-text">{[each.code, each.text].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
