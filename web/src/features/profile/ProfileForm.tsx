import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { put } from '../../api/client.ts';
import { profileQuery, type Digest, type Profile } from '../../api/me.ts';
import { useAppearance } from '../../app/Appearance.tsx';
import type { Language } from '../../app/preferences.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';

interface Draft {
  mobile: string;
  email: string;
  language: Language;
  told: string[];
  digest: Digest;
}

/** The kinds of notification that there are to be told of. */
const kinds = ['approval', 'decided'] as const;

/** What people change of themselves; the name is the bank's record of who this is, which an administrator keeps. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { language, setLanguage } = useAppearance();
  const [form] = Form.useForm<Draft>();
  const save = useMutation({
    mutationFn: ({ mobile, email, language, told, digest }: Draft) => {
      // A kind that this page does not know stays as it was.
      const others = profile.notifications.muted.filter((kind) => !kinds.some((known) => known === kind));
      const muted = [...others, ...kinds.filter((kind) => !told.includes(kind))];
      return put<void>('/api/me', { ...profile, mobile, email, language, notifications: { muted, digest } });
    },
    onSuccess: (_, { language }) => {
      setLanguage(language);
      return client.invalidateQueries({ queryKey: profileQuery.queryKey });
    },
  });
  const initial: Draft = {
    mobile: profile.mobile ?? '',
    email: profile.email ?? '',
    // Who never chose one keeps what the browser asked for.
    language: profile.language === 'en' || profile.language === 'zh-CN' ? profile.language : language,
    told: kinds.filter((kind) => !profile.notifications.muted.includes(kind)),
    digest: profile.notifications.digest,
  };
  return (
    <Form<Draft> form={form} layout="vertical" requiredMark={false} className="profile-form" initialValues={initial} onFinish={(draft) => save.mutate(draft)} onValuesChange={() => save.reset()}>
      <div className="form-two">
        <Form.Item label={t('users.name')}>{profile.name}</Form.Item>
        <Form.Item label={t('signIn.userName')}><span className="mono">{profile.userName}</span></Form.Item>
        <Form.Item name="mobile" label={t('attribute.mobile')}><Input type="tel" maxLength={20} /></Form.Item>
        <Form.Item name="email" label={t('attribute.email')}><Input type="email" maxLength={100} /></Form.Item>
      </div>
      <Form.Item name="language" label={t('profile.language')}><Radio.Group options={[{ value: 'zh-CN', label: t('language.zh-CN') }, { value: 'en', label: t('language.en') }]} /></Form.Item>
      <Form.Item name="told" label={t('profile.told')}><Told /></Form.Item>
      <Form.Item name="digest" label={t('profile.digest')}><Radio.Group options={(['none', 'daily'] as const).map((each) => ({ value: each, label: t(`profile.digest.${each}`) }))} /></Form.Item>
      {save.error !== null && <Problem error={save.error} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>{t(save.isSuccess ? 'action.saved' : 'action.save')}</Button>
    </Form>
  );
}

function Told({ value = [], onChange = () => undefined }: { value?: readonly string[]; onChange?: (kinds: string[]) => void }) {
  const { t } = useTranslation();
  return (
    <div className="told" role="group" aria-label={t('profile.told')}>
      {kinds.map((kind) => (
        <label key={kind} className="inline-field">
          <input type="checkbox" checked={value.includes(kind)} onChange={(event) => onChange(event.target.checked ? [...value, kind] : value.filter((each) => each !== kind))} />
          {t(`notification.kind.${kind}`)}
        </label>
      ))}
    </div>
  );
}
