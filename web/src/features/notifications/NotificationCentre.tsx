import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { post, put } from '../../api/client.ts';
import { profileQuery } from '../../api/me.ts';
import { notificationsQuery, type Notification } from '../../api/notifications.ts';
import { sessionQuery } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { MoreIcon } from '../../components/icons.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import './notifications.css';

export function NotificationCentre({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useInfiniteQuery(notificationsQuery);
  const read = useMutation({
    mutationFn: (what: { ids?: readonly Notification['id'][]; all?: boolean }) => post<void>('/api/notifications/read', what),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: notificationsQuery.queryKey }), client.invalidateQueries({ queryKey: sessionQuery.queryKey })]),
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const unread = list.data?.pages[0]?.unread ?? 0;
  return (
    <Drawer
      open
      size={400}
      title={t('notifications.title')}
      onClose={onClose}
      extra={<Button type="link" disabled={unread === 0} loading={read.isPending} onClick={() => read.mutate({ all: true })}>{t('notifications.readAll')}</Button>}
      styles={{ body: { padding: 0 } }}
      className="notifications"
    >
      {list.isError ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <PageSkeleton rows={5} />
      ) : rows.length === 0 ? (
        <Nothing title={t('notifications.none')} help={t('notifications.none.help')} />
      ) : (
        <ul>
          {rows.map((row) => <Item key={row.id} row={row} onRead={() => read.mutate({ ids: [row.id] })} onClose={onClose} />)}
        </ul>
      )}
      {list.hasNextPage && <div className="more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('action.more')}</Button></div>}
    </Drawer>
  );
}

function Item({ row, onRead, onClose }: { row: Notification; onRead: () => void; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const profile = useQuery(profileQuery);
  const mute = useMutation({
    mutationFn: async () => {
      const me = profile.data;
      if (me === undefined) return;
      await put<void>('/api/me', { ...me, notifications: { ...me.notifications, muted: [...new Set([...me.notifications.muted, row.kind])] } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: profileQuery.queryKey }),
  });
  const names = useNames();
  const key = `notification.${row.kind}`;
  const said = row.arguments ?? {};
  // Codes among the arguments are said in the reader's words.
  const words = {
    ...said,
    ...(said['kind'] === undefined ? {} : { what: names.proposalKind(String(said['kind'])) }),
    ...(said['state'] === undefined ? {} : { outcome: names.proposalState(String(said['state'])) }),
  };
  const muted = profile.data?.notifications.muted.includes(row.kind) === true;
  const kind = i18n.exists(`notification.kind.${row.kind}`) ? t(`notification.kind.${row.kind}`) : row.kind;

  function open(): void {
    if (row.readAt === null || row.readAt === undefined) onRead();
    // Addresses of our own alone: what the server sends is data, not a way out.
    if (row.to?.startsWith('/') === true && !row.to.startsWith('//')) {
      onClose();
      void navigate(row.to);
    }
  }

  return (
    <li data-unread={row.readAt === null || row.readAt === undefined}>
      <button type="button" className="notification" onClick={open}>
        <span>{i18n.exists(key, words) ? t(key, words) : kind}</span>
        <span className="quiet">{kind} · <When at={row.at} />{muted && ` · ${t('notifications.muted')}`}</span>
      </button>
      <Dropdown
        trigger={['click']}
        menu={{ items: [{ key: 'mute', label: t('notifications.mute', { kind }), disabled: muted || profile.data === undefined }], onClick: () => mute.mutate() }}
      >
        <button type="button" className="tool" aria-label={t('notifications.more')}><MoreIcon /></button>
      </Dropdown>
    </li>
  );
}
