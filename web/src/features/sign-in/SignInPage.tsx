import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { ApiError } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { LookTools } from '../../app/LookTools.tsx';
import { keepSignedIn } from '../../app/preferences.ts';
import { useTranslation } from '../../app/translation.ts';
import { Grain } from '../../components/icons.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Problem } from '../../components/Problem.tsx';
import { OwnPassword } from './OwnPassword.tsx';
import { SignInForm } from './SignInForm.tsx';
import './sign-in.css';

/** Without Ant Design, so that the first thing that a slow network brings is small. */
export function SignInPage() {
  const { t } = useTranslation();
  useTitle(t('signIn.submit'));
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const next = destination(search.get('next'));
  // Asking who is signed in also brings the antiforgery cookie that the form needs.
  const session = useQuery({ ...sessionQuery, retry: false });
  const refused = session.error instanceof ApiError && session.error.status === 401 ? session.error : null;
  const mustChange = session.data?.passwordChange === true;
  const demo = session.data?.demo === true || refused?.facts['demo'] === true;

  async function enter(): Promise<void> {
    const state = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    keepSignedIn();
    if (!state.passwordChange) await navigate(next, { replace: true });
  }

  if (session.isSuccess && !mustChange) return <Navigate to={next} replace />;
  return (
    <div className="sign-in">
      <header className="sign-in-tools">
        {demo && <span className="demo-mark" title={t('nav.demo.title')}>{t('nav.demo')}</span>}
        <LookTools signedIn={false} />
      </header>
      <main className="sign-in-main">
        <div className="sign-in-brand">
          <Grain size={40} />
          <div>
            <h1>Granary</h1>
            <p>{t('signIn.subtitle')}</p>
          </div>
        </div>
        {mustChange ? <OwnPassword onDone={enter} /> : <SignInForm onDone={enter} />}
        {session.error !== null && refused === null && <Problem error={session.error} onRetry={() => void session.refetch()} />}
        {demo && !mustChange && (
          <aside className="sign-in-note">
            <strong>{t('signIn.demo.title')}</strong>
            <p>{t('signIn.demo.where')}</p>
          </aside>
        )}
      </main>
    </div>
  );
}

/** Only our own addresses: a link from elsewhere must not lead out of the application. */
function destination(next: string | null): string {
  return next?.startsWith('/') === true && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/';
}
