import { useQuery } from '@tanstack/react-query';
import { Button, Input, Tree } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { organisationQuery, type Unit } from '../../api/organisation.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { NewUnit } from './NewUnit.tsx';
import './organisation.css';
import { branchesOf, openedTo } from './tree.ts';
import { UnitPanel } from './UnitPanel.tsx';

/** The tree as it is, was or will be on a day; the chosen unit beside it. Both are in the address. */
export function OrganisationPage() {
  const { t } = useTranslation();
  useTitle(t('nav.organisation'));
  const [search, setSearch] = useSearchParams();
  const at = search.get('at') ?? '';
  const units = useQuery(organisationQuery(at === '' ? undefined : at));
  const mayEdit = useMay()('organisation.edit');
  const [adding, setAdding] = useState(false);

  function change(name: string, value: string): void {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  }

  if (units.isError) return <Problem error={units.error} onRetry={() => void units.refetch()} page />;
  if (units.data === undefined) return <PageSkeleton />;
  const root = units.data.find((unit) => unit.parent === null || unit.parent === '');
  const chosen = units.data.find((unit) => unit.code === search.get('unit')) ?? root;
  return (
    <div className="list-page list-full">
      <div className="page-head">
        <h1>{t('nav.organisation')}</h1>
        <label className="inline-field">{t('organisation.at')}<Input type="date" value={at} onChange={(event) => change('at', event.target.value)} /></label>
        {mayEdit && <Button onClick={() => setAdding(true)}>{t('organisation.add')}</Button>}
      </div>
      <div className="organisation">
        <UnitTree units={units.data} chosen={chosen?.code ?? ''} onChoose={(code) => change('unit', code)} />
        {chosen !== undefined && <UnitPanel key={chosen.code} unit={chosen} units={units.data} mayEdit={mayEdit} />}
      </div>
      {adding && <NewUnit units={units.data} parent={chosen?.code ?? ''} onClose={() => setAdding(false)} />}
    </div>
  );
}

function UnitTree({ units, chosen, onChoose }: { units: readonly Unit[]; chosen: string; onChoose: (code: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const branches = useMemo(() => branchesOf(units, text.trim()), [units, text]);
  const [expanded, setExpanded] = useState<readonly string[]>(() => openedTo(units, chosen));
  const searching = text.trim() !== '';
  return (
    <nav className="unit-tree" aria-label={t('nav.organisation')}>
      <Input allowClear placeholder={t('organisation.search')} aria-label={t('organisation.search')} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="unit-tree-scroll">
        <Tree
          blockNode
          aria-label={t('nav.organisation')}
          treeData={branches}
          expandedKeys={searching ? units.map((unit) => unit.code) : [...expanded]}
          onExpand={(keys) => setExpanded(keys.map(String))}
          selectedKeys={[chosen]}
          onSelect={([code]) => code !== undefined && onChoose(String(code))}
        />
      </div>
    </nav>
  );
}
