import { useSearchParams } from 'react-router';
import { useTranslation } from '../../app/translation.ts';
import { useLive } from '../../live/useLive.ts';
import { Tabs } from '../../components/Tabs.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { DeadLetters } from './DeadLetters.tsx';
import { MessageLog } from './MessageLog.tsx';
import { MessagePanel } from './MessagePanel.tsx';
import './messages.css';

export function MessagesPage() {
  const { t } = useTranslation();
  useTitle(t('nav.messages'));
  const [search, setSearch] = useSearchParams();
  const dead = useLive((state) => state.systems?.reduce((sum, system) => sum + system.dead, 0) ?? 0);
  const tab = search.get('tab') === 'dead' ? 'dead' : 'all';

  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.messages')}</h1>
      </div>
      <Tabs
        label={t('nav.messages')}
        active={tab}
        onChange={(next) => setSearch(next === 'dead' ? { tab: 'dead' } : {}, { replace: true })}
        tabs={[{ key: 'all', label: t('messages.tab.all') }, { key: 'dead', label: t('messages.tab.dead'), count: dead }]}
      />
      {tab === 'dead' ? <DeadLetters /> : <MessageLog />}
      <MessagePanel />
    </div>
  );
}
