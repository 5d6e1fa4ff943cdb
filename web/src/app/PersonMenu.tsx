import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { remove } from '../api/client.ts';
import type { Session } from '../api/session.ts';
import { PersonIcon } from '../components/icons.tsx';
import { useNames } from '../components/useNames.ts';
import { forgetChoices } from './preferences.ts';
import { useTranslation } from './translation.ts';

/** Who is here and as what; the way to the profile, and out. */
export function PersonMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => remove('/api/session'),
    onSuccess: () => {
      forgetChoices();
      void navigate('/sign-in');
      client.clear();
    },
  });
  const posts = session.posts.map((post) => ({ key: `${post.role} ${post.unit}`, label: `${names.both(post.roleName)} · ${post.unitName}`, disabled: true }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...posts,
          ...(posts.length > 0 ? [{ type: 'divider' as const }] : []),
          { key: 'profile', label: t('nav.profile') },
          { key: 'keys', label: t('keyboard.title') },
          { key: 'out', label: t('tools.signOut') },
        ],
        onClick: ({ key }) => {
          if (key === 'out') signOut.mutate();
          if (key === 'profile') void navigate('/profile');
          if (key === 'keys') dispatchEvent(new KeyboardEvent('keydown', { key: '?' }));
        },
      }}
    >
      <button type="button" className="tool" disabled={signOut.isPending} aria-label={t('tools.person', { name: session.name })}>
        <PersonIcon />
        <span className="person-name">{session.name}</span>
      </button>
    </Dropdown>
  );
}
