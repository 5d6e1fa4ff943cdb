import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { ApiError, get, post } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import type { Session } from '../../api/types.ts';
import { TopBarTools } from '../../app/TopBarTools.tsx';
import { Grain } from '../../components/icons.tsx';
import { Problem } from '../../components/Problem.tsx';
import './sign-in.css';

interface Credentials {
  userName: string;
  password: string;
}

export function SignInPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const next = destination(search.get('next'));
  // Asking who is signed in also brings the antiforgery cookie that the form needs.
  const session = useQuery({ ...sessionQuery, retry: false });

  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) => {
      await post<void>('/api/session', credentials);
      return get<Session>('/api/session');
    },
    onSuccess: (state) => {
      client.setQueryData(sessionQuery.queryKey, state);
      void navigate(next, { replace: true });
    },
  });

  if (session.isSuccess && !signIn.isSuccess) return <Navigate to={next} replace />;
  const unreachable = session.error !== null && !(session.error instanceof ApiError && session.error.status === 401);

  return (
    <div className="sign-in">
      <header className="sign-in-tools">
        <TopBarTools userName={null} />
      </header>
      <main className="sign-in-main">
        <div className="sign-in-brand">
          <Grain size={40} />
          <div>
            <h1>Granary</h1>
            <p>{t('signIn.subtitle')}</p>
          </div>
        </div>
        <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(credentials) => signIn.mutate(credentials)} initialValues={{ userName: 'demo' }}>
          <Form.Item name="userName" label={t('signIn.userName')} rules={[{ required: true, message: t('signIn.userName.missing') }]}>
            <Input autoComplete="username" size="large" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('signIn.password.missing') }]}>
            <Input.Password autoComplete="current-password" size="large" autoFocus />
          </Form.Item>
          {signIn.error !== null && <Problem error={signIn.error} />}
          {signIn.error === null && unreachable && <Problem error={session.error} onRetry={() => void session.refetch()} />}
          <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
        </Form>
        <aside className="sign-in-note">
          <strong>{t('signIn.demo.title')}</strong>
          <p>{t('signIn.demo.where')}</p>
        </aside>
      </main>
    </div>
  );
}

/** Only our own addresses: a link from elsewhere must not lead out of the application. */
function destination(next: string | null): string {
  return next?.startsWith('/') === true && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/ecif/map';
}
