import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { profileQuery } from '../../api/me.ts';
import { rightsQuery } from '../../api/people.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { RightsView } from '../../components/RightsView.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Devices } from './Devices.tsx';
import { Password } from './Password.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import './profile.css';
import { SecondFactor } from './SecondFactor.tsx';

/** What concerns nobody but oneself. */
export function ProfilePage() {
  const { t } = useTranslation();
  useTitle(t('nav.profile'));
  const [search, setSearch] = useSearchParams();
  const tab = ['security', 'rights'].find((each) => each === search.get('tab')) ?? 'profile';
  return (
    <div className="list-page profile">
      <div className="page-head"><h1>{t('nav.profile')}</h1></div>
      <Tabs
        label={t('nav.profile')}
        active={tab}
        onChange={(next) => setSearch(next === 'profile' ? {} : { tab: next }, { replace: true })}
        tabs={[
          { key: 'profile', label: t('profile.me') },
          { key: 'security', label: t('profile.security') },
          { key: 'rights', label: t('profile.rights') },
        ]}
      >
        {tab === 'profile' ? <Me /> : tab === 'security' ? <Security /> : <MyRights />}
      </Tabs>
    </div>
  );
}

function Me() {
  const profile = useQuery(profileQuery);
  if (profile.isError) return <Problem error={profile.error} onRetry={() => void profile.refetch()} />;
  return profile.data === undefined ? <PageSkeleton rows={5} /> : <ProfileForm profile={profile.data} />;
}

function Security() {
  return (
    <>
      <Password />
      <SecondFactor />
      <Devices />
    </>
  );
}

function MyRights() {
  const rights = useQuery(rightsQuery(null));
  if (rights.isError) return <Problem error={rights.error} onRetry={() => void rights.refetch()} />;
  return rights.data === undefined ? <PageSkeleton rows={5} /> : <RightsView rights={rights.data} />;
}
