import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ApiError, post } from '../../api/client.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { Field } from './Field.tsx';
import { passwordFault, shortestPassword } from './password.ts';

/** After a one-time password: one of one's own, before anything else. */
export function OwnPassword({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: async () => {
      await post<void>('/api/me/password', { current, password });
      await onDone();
    },
  });
  const fault = passwordFault(current, password, again);
  const weak = change.error instanceof ApiError && change.error.code === 'password-weak' ? t('problem.password-weak') : null;
  const told = (wanted: string) => (tried && fault === wanted ? t(`password.${wanted}`, { count: shortestPassword }) : null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (fault === null) change.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <h2 className="sign-in-heading">{t('password.own')}</h2>
      <p className="dialog-text">{t('password.own.help')}</p>
      <Field id="current" type="password" label={t('password.oneTime')} fault={told('missing')} value={current} onChange={setCurrent} autoComplete="current-password" autoFocus />
      <Field
        id="password"
        type="password"
        label={t('password.new')}
        help={t('password.help', { count: shortestPassword })}
        fault={told('short') ?? told('same') ?? weak}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
      />
      <Field id="again" type="password" label={t('password.again')} fault={told('differs')} value={again} onChange={setAgain} autoComplete="new-password" />
      {change.error !== null && weak === null && <Problem error={change.error} />}
      <button type="submit" className="plain-button plain-primary" disabled={change.isPending}>{t('password.change')}</button>
    </form>
  );
}
