import { Button, Dropdown, Space } from 'antd';
import type { SystemStatus } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';
import type { DemoAct, Follow } from './useFollow.ts';

/** Things to do at the simulated bank, so that one sees them travel. */
export function DemoBar({ systems, follow }: { systems: readonly SystemStatus[]; follow: Follow }) {
  const { t } = useTranslation();
  const names = useNames();
  const online = systems.filter((system) => system.kind === 'online' && system.outbound === 'connected');
  const busy = (kind: DemoAct) => follow.act.isPending && follow.act.variables.act === kind;

  function start(act: DemoAct, system?: string): void {
    follow.act.mutate({ act, ...(system === undefined ? {} : { system }) });
  }

  const choices = (act: DemoAct) => ({
    items: online.map(({ system }) => ({ key: system, label: `${system} ${names.system(system)}` })),
    onClick: ({ key }: { key: string }) => start(act, key),
  });

  return (
    <div className="demo-bar" role="group" aria-label={t('demo.label')}>
      <Space.Compact>
        <Button type="primary" loading={busy('change')} onClick={() => start('change')}>{t('demo.change')}</Button>
        <Dropdown trigger={['click']} menu={choices('change')}>
          <Button type="primary" aria-label={t('demo.change.where')} title={t('demo.change.where')}>▾</Button>
        </Dropdown>
      </Space.Compact>
      <Space.Compact>
        <Button loading={busy('open')} onClick={() => start('open')}>{t('demo.open')}</Button>
        <Dropdown trigger={['click']} menu={choices('open')}>
          <Button aria-label={t('demo.open.where')} title={t('demo.open.where')}>▾</Button>
        </Dropdown>
      </Space.Compact>
      <Button loading={busy('close-day')} onClick={() => start('close-day')} title={t('demo.closeDay.title')}>{t('demo.closeDay')}</Button>
    </div>
  );
}
