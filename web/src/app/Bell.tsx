import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { notificationsQuery } from '../api/notifications.ts';
import type { Session } from '../api/session.ts';
import { BellIcon } from '../components/icons.tsx';
import { useTranslation } from './translation.ts';

const NotificationCentre = lazy(async () => ({ default: (await import('../features/notifications/NotificationCentre.tsx')).NotificationCentre }));

/** How many notifications wait; opens them. The stream says when there is a new one (live/useLive.ts). */
export function Bell({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data } = useInfiniteQuery({ ...notificationsQuery, enabled: open });
  const unread = data?.pages[0]?.unread ?? session.unread;
  return (
    <>
      <button type="button" className="tool bell" aria-label={t('notifications.open', { count: unread })} title={t('notifications.title')} onClick={() => setOpen(true)}>
        <BellIcon />
        {unread > 0 && <span className="bell-count" aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
      </button>
      {open && <Suspense fallback={null}><NotificationCentre onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
