import { Alert, Button, Input, Select, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { ApiError } from '../../api/client.ts';
import { useAppearance } from '../../app/Appearance.tsx';
import { useTranslation } from '../../app/translation.ts';
import { Diff } from '../../components/Diff.tsx';
import { DeliveryState, DirectionMark, Kind, Outcome, PartyLink, SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ProposalNotice } from '../../components/ProposalNotice.tsx';
import { Masked } from '../../components/record/reveal.tsx';
import { Timeline } from '../../components/record/Timeline.tsx';
import '../../components/record/record.css';
import { Secret } from '../../components/Secret.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import './components.css';

const colours = ['primary', 'success', 'warning', 'error', 'text', 'text-secondary', 'text-tertiary', 'border', 'bg-container', 'bg-layout', 'primary-bg', 'warning-bg', 'error-bg'] as const;
const spaces = [4, 8, 12, 16, 24] as const;
const sample = { number: '8000000000283', document: [['01', '2301**********1234', '']], mobile: [['138****5678']] };

/** Every component with every state it has, to look at in both languages and both themes; nothing here belongs to a customer. */
export function ComponentsPage() {
  const { t } = useTranslation();
  useTitle(t('components.title'));
  const [tab, setTab] = useState('first');
  const { theme } = useAppearance();
  const now = new Date();
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
  return (
    <div className="list-page components">
      <div className="page-head"><h1>{t('components.title')}</h1><p className="page-facts">{t('components.help')}</p></div>
      <Part name="colour">
        <ul className="swatches">{colours.map((each) => <li key={`${theme} ${each}`}><i className={`swatch swatch-${each}`} /><code>{each}</code></li>)}</ul>
      </Part>
      <Part name="space"><ul className="spaces">{spaces.map((each) => <li key={each}><i className={`space-${each}`} />{each}</li>)}</ul></Part>
      <Part name="type"><h1>{t('components.sample')}</h1><h2>{t('components.sample')}</h2><p>{t('components.sample')}</p><p className="quiet">{t('components.sample')}</p><p className="figures">0123456789 1,234,567.89</p><p className="mono">{sample.number} {sample.document[0]?.[1]}</p></Part>
      <Part name="buttons"><Button type="primary">{t('action.save')}</Button><Button>{t('action.cancel')}</Button><Button danger>{t('roles.remove')}</Button><Button disabled>{t('action.save')}</Button><Button loading>{t('action.save')}</Button><button type="button" className="link-button">{t('action.more')}</button></Part>
      <Part name="fields"><Input aria-label={t('field.name')} placeholder={t('field.name')} /><Input aria-label={t('field.name')} status="error" defaultValue={t('components.sample')} /><Select aria-label={t('field.kind')} defaultValue="person" options={[{ value: 'person', label: t('kind.person') }, { value: 'organisation', label: t('kind.organisation') }]} /></Part>
      <Part name="labels"><Kind kind="person" /><Kind kind="organisation" /><SystemCode system="CBS" /><PartyLink number={sample.number} /><DirectionMark direction="in" /><DirectionMark direction="out" /><Tag>{t('partyStatus.closed')}</Tag></Part>
      <Part name="states">{['applied', 'duplicate', 'refused', 'busy', 'unknown'].map((each) => <Outcome key={each} outcome={each} />)}{['delivered', 'due', 'sent', 'dead', 'skipped'].map((each) => <DeliveryState key={each} state={each} />)}</Part>
      <Part name="values"><Masked attribute="document" value={sample.document} /><Masked attribute="mobile" value={sample.mobile} /><When at={ago(0.01)} /><When at={ago(3)} /><When at={ago(50)} /><When at={ago(500)} /><When at={null} /></Part>
      <Part name="tabs"><div className="component-wide"><Tabs label={t('components.tabs')} active={tab} onChange={setTab} tabs={[{ key: 'first', label: t('customer.tab.overview') }, { key: 'second', label: t('customer.tab.history'), count: 12 }]}>{null}</Tabs></div></Part>
      <Part name="timeline"><div className="component-wide"><Timeline entries={[{ id: '1', at: ago(2), kind: 'change', title: t('changeAction.changed'), body: 'CBS' }, { id: '2', at: ago(60), kind: 'account', title: t('timeline.opened', { system: t('system.CARD') }) }]} /></div></Part>
      <Part name="diff"><Diff before={'{"grants":{"customers.read":"unit"}}'} after={'{"grants":{"customers.read":"entity","customers.export":"entity"}}'} /></Part>
      <Part name="notices"><div className="component-wide"><Alert type="info" showIcon title={t('export.waits')} /><ProposalNotice made={{ proposal: 41 }} /><Secret value="bamboo-river-4471-lantern" help={t('users.oneTime.help')} /></div></Part>
      <Part name="empty"><div className="component-wide"><Nothing title={t('list.nothing')} help={t('list.nothing.help')}><button type="button" className="plain-button">{t('list.clearFilter')}</button></Nothing></div></Part>
      <Part name="error"><Problem error={new ApiError(503, 'unavailable', null)} onRetry={() => undefined} /><Problem error={new ApiError(403, 'forbidden', null)} /></Part>
      <Part name="loading"><div className="component-wide"><PageSkeleton rows={3} /></div></Part>
    </div>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="component">
      <h2>{t(`components.${name}`)}</h2>
      <div className="component-row">{children}</div>
    </section>
  );
}
