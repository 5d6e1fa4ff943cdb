import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ApiError, post } from '../../api/client.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { Field } from './Field.tsx';

interface Credentials {
  userName: string;
  password: string;
  code?: string;
}

/** Name and password, then the code of the second factor where the person has one. */
export function SignInForm({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [recovery, setRecovery] = useState(false);
  const [asked, setAsked] = useState(false);
  const [tried, setTried] = useState(false);
  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) => {
      await post<void>('/api/session', credentials);
      await onDone();
    },
    onError: (error) => {
      if (!(error instanceof ApiError)) return;
      if (error.code === 'totp-required') setAsked(true);
      if (error.code === 'sign-in-failed') setAsked(false);
    },
  });
  const firstAsk = signIn.error instanceof ApiError && signIn.error.code === 'totp-required';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (userName.trim() === '' || password === '' || (asked && code.trim() === '')) return;
    signIn.mutate({ userName: userName.trim(), password, ...(asked ? { code: code.replaceAll(/\s/g, '') } : {}) });
  }

  return (
    <form onSubmit={submit} noValidate>
      {asked ? (
        <Field
          key={recovery ? 'recovery' : 'code'}
          id="code"
          label={t(recovery ? 'signIn.recovery' : 'signIn.code')}
          help={t(recovery ? 'signIn.recovery.help' : 'signIn.code.help')}
          fault={tried && code === '' && !firstAsk ? t('signIn.code.missing') : null}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          inputMode={recovery ? 'text' : 'numeric'}
          maxLength={40}
          autoFocus
        />
      ) : (
        <>
          <Field
            id="userName"
            label={t('signIn.userName')}
            fault={tried && userName.trim() === '' ? t('signIn.userName.missing') : null}
            value={userName}
            onChange={setUserName}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
          />
          <Field
            id="password"
            type="password"
            label={t('signIn.password')}
            fault={tried && password === '' ? t('signIn.password.missing') : null}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
          />
        </>
      )}
      {signIn.error !== null && !firstAsk && <Problem error={signIn.error} />}
      <button type="submit" className="plain-button plain-primary" disabled={signIn.isPending}>
        {t(signIn.isPending ? 'signIn.pending' : 'signIn.submit')}
      </button>
      {asked && (
        <p className="sign-in-other">
          <button type="button" className="link-button" onClick={() => setRecovery(!recovery)}>
            {t(recovery ? 'signIn.useCode' : 'signIn.useRecovery')}
          </button>
          <button type="button" className="link-button" onClick={() => setAsked(false)}>{t('signIn.back')}</button>
        </p>
      )}
    </form>
  );
}
