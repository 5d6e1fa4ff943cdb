import { useQuery } from '@tanstack/react-query';
import { Skeleton, Tag } from 'antd';
import { Link } from 'react-router';
import { channelsQuery, type Channel } from '../../api/sending.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatCount } from '../../format/figures.ts';
import { groupOf } from '../../components/list/filter.ts';
import { writeFilter } from '../../components/list/filterText.ts';
import './sending.css';

const states = ['queued', 'held', 'sending', 'in-doubt', 'sent', 'refused', 'cancelled'] as const;

/** The list below, with these alone. */
const addressOf = (channel: string, state: string) =>
  `/admin/sending?f=${encodeURIComponent(writeFilter(groupOf(false, [{ column: 'channel', op: 'eq', value: channel }, { column: 'state', op: 'eq', value: state }])))}`;

/** A line for each channel: whether it sends, and how many messages stand where; a figure opens them. */
export function Channels() {
  const { t } = useTranslation();
  const channels = useQuery(channelsQuery);
  return (
    <section className="sending-channels" aria-label={t('nav.sending')}>
      <div className="page-head"><h1>{t('nav.sending')}</h1></div>
      {channels.isError && channels.data === undefined
        ? <Problem error={channels.error} onRetry={() => void channels.refetch()} />
        : channels.data === undefined
          ? <Skeleton active paragraph={{ rows: 3 }} title={false} />
          : channels.data.map((channel) => <ChannelLine key={channel.channel} channel={channel} />)}
      <p className="quiet">{t('sending.lately')}</p>
    </section>
  );
}

function ChannelLine({ channel }: { channel: Channel }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const counts: Readonly<Record<(typeof states)[number], number>> = {
    queued: channel.queued, held: channel.held, sending: channel.sending, 'in-doubt': channel.inDoubt, sent: channel.sent, refused: channel.refused, cancelled: channel.cancelled,
  };
  return (
    <div className="sending-channel">
      <span className="sending-name"><b>{names.option(`outgoing.channel.${channel.channel}`)}</b> <Standing channel={channel} /></span>
      <dl>
        {states.map((state) => (
          <div key={state} data-state={counts[state] > 0 ? state : undefined}>
            <dt>{t(`option.outgoing.state.${state}`)}</dt>
            <dd className="figures">
              {counts[state] === 0 ? '0' : <Link to={addressOf(channel.channel, state)}>{formatCount(counts[state], i18n.language)}</Link>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Standing({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const names = useNames();
  if (!channel.on) return <Tag variant="filled">{t('sending.off')}</Tag>;
  if (channel.trouble !== '') return <Tag variant="filled" color="error">{names.sendingOutcome(channel.trouble)}</Tag>;
  if (channel.rests) return <Tag variant="filled">{t('sending.rests')}</Tag>;
  return <Tag variant="filled" color="success">{t('sending.on')}</Tag>;
}
