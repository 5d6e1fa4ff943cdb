import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { Unit } from '../../api/organisation.ts';
import '../../components/record/record.css';
import { useTranslation } from '../../app/translation.ts';
import { Tabs } from '../../components/Tabs.tsx';
import { UnitName } from '../../components/UnitName.tsx';
import { useNames } from '../../components/useNames.ts';
import { ChangeUnit } from './ChangeUnit.tsx';
import { Parameters } from './Parameters.tsx';
import { Places } from './Places.tsx';

interface Props {
  unit: Unit;
  units: readonly Unit[];
  mayEdit: boolean;
}

export function UnitPanel({ unit, units, mayEdit }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const [tab, setTab] = useState('facts');
  const [changing, setChanging] = useState(false);
  const isRoot = unit.parent === null || unit.parent === '';
  return (
    <section className="unit-panel" aria-label={unit.name}>
      <header className="record-title">
        <h2>{unit.name}</h2>
        <span className="mono record-number">{unit.code}</span>
        <span className="kind">{names.unitKind(unit.kind)}</span>
        {unit.state.toLowerCase() !== 'open' && <Tag color="warning">{names.unitState(unit.state)}</Tag>}
        {mayEdit && !isRoot && <span className="record-actions"><Button onClick={() => setChanging(true)}>{t('organisation.change')}</Button></span>}
      </header>
      <Tabs
        label={unit.name}
        active={tab}
        onChange={setTab}
        tabs={[
          { key: 'facts', label: t('record.facts') },
          { key: 'places', label: t('organisation.places') },
          { key: 'parameters', label: t('organisation.parameters') },
        ]}
      >
        {tab === 'facts' ? <Facts unit={unit} below={units.filter((each) => each.parent === unit.code).length} /> : tab === 'places' ? <Places unit={unit.code} mayEdit={mayEdit} /> : <Parameters unit={unit.code} mayEdit={mayEdit} />}
      </Tabs>
      {changing && <ChangeUnit unit={unit} units={units} onClose={() => setChanging(false)} />}
    </section>
  );
}

function Facts({ unit, below }: { unit: Unit; below: number }) {
  const { t } = useTranslation();
  const names = useNames();
  const { next } = unit;
  return (
    <dl className="facts-table">
      <div><dt>{t('organisation.since')}</dt><dd className="figures">{unit.from}</dd></div>
      {unit.parent !== null && unit.parent !== '' && <div><dt>{t('organisation.parent')}</dt><dd><UnitName code={unit.parent} /></dd></div>}
      <div><dt>{t('organisation.below')}</dt><dd className="figures">{below}</dd></div>
      <div><dt>{t('organisation.people')}</dt><dd className="figures">{unit.people}</dd></div>
      {next !== null && next !== undefined && (
        <div>
          <dt>{t('organisation.next')}</dt>
          <dd>
            <span className="figures">{next.from}</span>{' '}
            {[next.name !== unit.name ? next.name : null, next.state?.toLowerCase() !== 'open' && typeof next.state === 'string' ? names.unitState(next.state) : null].filter(Boolean).join(t('list.separator'))}
            {next.parent !== unit.parent && typeof next.parent === 'string' && next.parent !== '' && <> {t('organisation.parent')} <UnitName code={next.parent} /></>}
          </dd>
        </div>
      )}
    </dl>
  );
}
