import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Suspense, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Outlet, useLocation, useNavigation } from 'react-router';
import { ApiError } from '../api/client.ts';
import { sessionQuery } from '../api/queries.ts';
import { CustomersIcon, FoldIcon, Grain, MapIcon, MessagesIcon, SystemsIcon } from '../components/icons.tsx';
import { PageSkeleton } from '../components/PageSkeleton.tsx';
import { Problem } from '../components/Problem.tsx';
import { useLive, useLiveConnection } from '../live/useLive.ts';
import { keepFolded, readFolded } from './preferences.ts';
import './shell.css';
import { TopBarTools } from './TopBarTools.tsx';

interface Place {
  to: string;
  name: string;
  Icon: ComponentType;
}

interface Section {
  name: string;
  places: readonly Place[];
}

const sections: readonly Section[] = [
  {
    name: 'nav.ecif',
    places: [
      { to: '/ecif/map', name: 'nav.map', Icon: MapIcon },
      { to: '/ecif/messages', name: 'nav.messages', Icon: MessagesIcon },
      { to: '/ecif/systems', name: 'nav.systems', Icon: SystemsIcon },
    ],
  },
  { name: 'nav.crm', places: [{ to: '/customers', name: 'nav.customers', Icon: CustomersIcon }] },
];

/** The frame of every page after sign-in: navigation, top bar, and the stream that keeps all of them current. */
export function Shell() {
  const session = useQuery(sessionQuery);
  const location = useLocation();
  if (session.isPending) return <PageSkeleton />;
  if (session.error instanceof ApiError && session.error.status === 401) {
    const next = location.pathname + location.search;
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (session.data === undefined) return <Problem error={session.error} onRetry={() => void session.refetch()} page />;
  return <Frame userName={session.data.userName} demo={session.data.demo} />;
}

function Frame({ userName, demo }: { userName: string | null; demo: boolean }) {
  const { t } = useTranslation();
  const [folded, setFolded] = useState(readFolded);
  const navigation = useNavigation();
  useLiveConnection();

  function fold(): void {
    keepFolded(!folded);
    setFolded(!folded);
  }

  return (
    <div className="shell" data-folded={folded}>
      <a className="skip-link" href="#main">{t('nav.skip')}</a>
      <header className="top-bar">
        <div className="brand">
          <Grain />
          <span className="brand-name">Granary</span>
          {demo && <Tag color="warning" className="brand-demo" title={t('nav.demo.title')}>{t('nav.demo')}</Tag>}
        </div>
        <LiveLight />
        <TopBarTools userName={userName} />
      </header>
      <nav className="side" aria-label={t('nav.label')}>
        {sections.map((section) => (
          <div key={section.name} className="side-section">
            <div className="side-heading">{t(section.name)}</div>
            {section.places.map(({ to, name, Icon }) => (
              <NavLink key={to} to={to} className="side-link" title={folded ? t(name) : undefined}>
                <Icon />
                <span className="side-text">{t(name)}</span>
              </NavLink>
            ))}
          </div>
        ))}
        <button type="button" className="side-fold" onClick={fold} aria-expanded={!folded} aria-label={t(folded ? 'nav.unfold' : 'nav.fold')}>
          <FoldIcon folded={folded} />
          <span className="side-text">{t('nav.fold')}</span>
        </button>
      </nav>
      <main id="main" tabIndex={-1} className="page-area" aria-busy={navigation.state === 'loading'}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

/** Whether what one sees is the present: said on every page. */
function LiveLight() {
  const { t } = useTranslation();
  const connection = useLive((state) => state.connection);
  return (
    <span className="live-light" data-state={connection} role="status" title={t(`live.${connection}.title`)}>
      <i aria-hidden="true" />
      <span>{t(`live.${connection}`)}</span>
    </span>
  );
}
