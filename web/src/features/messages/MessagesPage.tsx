import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLive } from '../../live/useLive.ts';
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
        activeKey={tab}
        onChange={(next) => setSearch(next === 'dead' ? { tab: 'dead' } : {}, { replace: true })}
        items={[
          { key: 'all', label: t('messages.tab.all') },
          { key: 'dead', label: dead > 0 ? `${t('messages.tab.dead')} ${dead}` : t('messages.tab.dead') },
        ]}
      />
      {tab === 'dead' ? <DeadLetters /> : <MessageLog />}
      <MessagePanel />
    </div>
  );
}
