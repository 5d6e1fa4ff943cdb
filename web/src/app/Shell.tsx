import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Navigate, Outlet, useLocation, useNavigation } from 'react-router';
import { ApiError } from '../api/client.ts';
import { useFollowedJobs } from '../api/jobs.ts';
import { sessionQuery, type Session } from '../api/session.ts';
import { Forbidden } from '../components/Forbidden.tsx';
import { PageSkeleton } from '../components/PageSkeleton.tsx';
import { Problem } from '../components/Problem.tsx';
import { useLiveConnection } from '../live/useLive.ts';
import { AntDesign } from './AntDesign.tsx';
import { Keys } from './Keys.tsx';
import { mayOpen } from './navigation.ts';
import { keepFolded, readFolded } from './preferences.ts';
import { signInAddress } from './routes.tsx';
import './pages.css';
import './shell.css';
import { SideNavigation } from './SideNavigation.tsx';
import { StepUp } from './StepUp.tsx';
import { TopBar } from './TopBar.tsx';
import { useTranslation } from './translation.ts';
import { useProfileLooks } from './useProfileLooks.ts';

const JobTray = lazy(async () => ({ default: (await import('../components/JobTray.tsx')).JobTray }));

/** The frame of every page after sign-in: navigation, top bar, and the stream that keeps all of them current. */
export function Shell() {
  const session = useQuery(sessionQuery);
  const location = useLocation();
  if (session.isPending) return <PageSkeleton />;
  const here = location.pathname + location.search;
  if (session.error instanceof ApiError && session.error.status === 401) return <Navigate to={signInAddress(here)} replace />;
  if (session.data === undefined) return <Problem error={session.error} onRetry={() => void session.refetch()} page />;
  if (session.data.passwordChange) return <Navigate to={signInAddress(here)} replace />;
  return (
    <AntDesign>
      <Frame session={session.data} />
    </AntDesign>
  );
}

function Frame({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [folded, setFolded] = useState(readFolded);
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const jobs = useFollowedJobs();
  useLiveConnection();
  useProfileLooks(session);

  function fold(): void {
    keepFolded(!folded);
    setFolded(!folded);
  }

  return (
    <div className="shell" data-folded={folded} data-demo={session.demo}>
      <a className="skip-link" href="#main">{t('nav.skip')}</a>
      <TopBar session={session} />
      <SideNavigation permissions={session.permissions} folded={folded} onFold={fold} />
      <main id="main" tabIndex={-1} className="page-area" aria-busy={navigation.state === 'loading'}>
        <Suspense fallback={<PageSkeleton />}>
          {mayOpen(pathname, session.permissions) ? <Outlet /> : <Forbidden />}
        </Suspense>
      </main>
      {jobs.length > 0 && <Suspense fallback={null}><JobTray /></Suspense>}
      <Keys />
      <StepUp />
    </div>
  );
}
