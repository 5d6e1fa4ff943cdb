import { Link } from 'react-router';
import type { Session } from '../api/session.ts';
import { Grain, SearchIcon } from '../components/icons.tsx';
import { useLive } from '../live/useLive.ts';
import { Bell } from './Bell.tsx';
import { openCommandBox } from './Keys.tsx';
import { LookTools } from './LookTools.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { useTranslation } from './translation.ts';

export function TopBar({ session }: { session: Session }) {
  const { t } = useTranslation();
  return (
    <header className="top-bar">
      <Link to="/" className="brand" aria-label="Granary">
        <Grain />
        <span className="brand-name">Granary</span>
      </Link>
      {session.demo && <span className="demo-mark" title={t('nav.demo.title')}>{t('nav.demo')}</span>}
      <button type="button" className="command-open" onClick={openCommandBox}>
        <SearchIcon />
        <span>{t('command.placeholder')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <div className="top-tools">
        <LiveLight />
        <Bell session={session} />
        <LookTools signedIn />
        <PersonMenu session={session} />
      </div>
    </header>
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
