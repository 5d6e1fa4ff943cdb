import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { post, remove } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { Secret } from '../../components/Secret.tsx';

interface Setup {
  secret: string;
  uri: string;
  qr: string;
}

/** An authenticator: scanned, tried once, and the recovery codes kept somewhere else. */
export function SecondFactor() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  const [code, setCode] = useState('');
  const again = () => client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  const begin = useMutation({ mutationFn: () => post<Setup>('/api/me/totp') });
  const confirm = useMutation({
    mutationFn: () => post<{ codes: readonly string[] }>('/api/me/totp/confirm', { code: code.trim() }),
    onSuccess: async () => {
      begin.reset();
      setCode('');
      await again();
    },
  });
  const end = useMutation({ mutationFn: () => remove('/api/me/totp'), onSuccess: again });
  const error = begin.error ?? confirm.error ?? end.error;
  const on = session.data?.totp === true;
  return (
    <section className="profile-part">
      <h2>{t('totp.title')}</h2>
      <p className="dialog-text">{t(on ? 'totp.on' : 'totp.off')}</p>
      {confirm.data !== undefined && <Secret value={confirm.data.codes.join('\n')} help={t('totp.codes.help')} />}
      {begin.data !== undefined ? (
        <div className="totp">
          <QrCode svg={begin.data.qr} label={t('totp.qr')} />
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (code.trim() !== '') confirm.mutate();
            }}
          >
            <ol>
              <li>{t('totp.scan')} <code>{begin.data.secret}</code></li>
              <li>{t('totp.enter')}</li>
            </ol>
            <Input autoFocus aria-label={t('signIn.code')} placeholder={t('signIn.code')} autoComplete="one-time-code" inputMode="numeric" maxLength={8} value={code} onChange={(event) => setCode(event.target.value)} />
            <Button type="primary" htmlType="submit" disabled={code.trim() === ''} loading={confirm.isPending}>{t('totp.confirm')}</Button>
          </form>
        </div>
      ) : on ? (
        <Button loading={end.isPending} onClick={() => end.mutate()}>{t('totp.end')}</Button>
      ) : (
        <Button loading={begin.isPending} onClick={() => begin.mutate()}>{t('totp.begin')}</Button>
      )}
      {error !== null && <Problem error={error} />}
    </section>
  );
}
