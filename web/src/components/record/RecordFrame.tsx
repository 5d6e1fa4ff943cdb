import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../app/translation.ts';
import { FavouriteStar } from '../FavouriteStar.tsx';
import { Tabs, type Tab } from '../Tabs.tsx';
import { Neighbours } from './Neighbours.tsx';
import './record.css';

export interface Fact {
  name: string;
  value: ReactNode;
}

interface Props {
  /** Who or what it is. */
  title: string;
  /** What it is called in favourites: nothing that is masked elsewhere. */
  shortName: string;
  address: string;
  number: string;
  tags?: ReactNode;
  notice?: ReactNode;
  facts: readonly Fact[];
  actions?: ReactNode;
  tabs: readonly (Tab & { content: ReactNode })[];
  /** The list that it is a row of, for the way back, the one before and the one after. */
  list: string;
  listAddress: string;
}

/** The frame of every record: who, key facts, what to do next; then tabs. The open tab is in the address. */
export function RecordFrame({ title, shortName, address, number, tags, notice, facts, actions, tabs, list, listAddress }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [first] = tabs;
  const active = tabs.find((tab) => tab.key === search.get('tab')) ?? first;
  return (
    <div className="record-page">
      <header className="record-head">
        {notice}
        <div className="record-title">
          <h1>{title}</h1>
          <FavouriteStar to={address} title={shortName} />
          <span className="mono record-number">{number}</span>
          {tags}
          <span className="record-actions">
            {actions}
            <Neighbours list={list} id={number} listAddress={listAddress} />
          </span>
        </div>
        <dl className="record-facts">
          {facts.map((fact) => <div key={fact.name}><dt>{fact.name}</dt><dd>{fact.value}</dd></div>)}
        </dl>
      </header>
      <Tabs
        label={t('record.tabs')}
        tabs={tabs}
        active={active?.key ?? ''}
        onChange={(tab) => setSearch(tab === first?.key ? {} : { tab }, { replace: true })}
      >
        {active?.content}
      </Tabs>
    </div>
  );
}
