import { useEffect, useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { Tabs } from '../../components/Tabs.tsx';
import { useDesign, useLooked } from './DesignContext.ts';
import { key, nameOf, role, typeOf, type Part } from './model/document.ts';
import { kindOf } from './model/kinds.ts';
import { placeOf } from './model/places.ts';
import { Content } from './properties/Content.tsx';
import { Checks, Rules } from './properties/Rules.tsx';
import { WholeSums, WholeWords } from './properties/Whole.tsx';

/** Everything that can be said of what is selected; of the whole questionnaire where nothing is. */
export function Properties({ property }: { property: string }) {
  const { document, selected } = useLooked();
  const place = placeOf(document, selected ?? document[key]) ?? placeOf(document, document[key])!;
  // Calculated values, quotas and the like are looked at together, with the whole.
  const whole = !['page', 'element', 'column', 'item'].includes(place.part[role]);
  return whole ? <WholePart document={document} property={place.part[role] === 'document' ? property : place.list} /> : <OnePart key={place.part[key]} part={place.part} parent={place.parent} property={property} />;
}

function WholePart({ document, property }: { document: Part; property: string }) {
  const { t } = useTranslation();
  const [tab, setTab] = useShown(/^(?:calculatedValues|quotas|scoring)/.test(property) ? 'sums' : 'words', property);
  return (
    <div className="properties">
      <h2>{t('designer.whole')}</h2>
      <Tabs label={t('designer.whole')} active={tab} onChange={setTab} tabs={[{ key: 'words', label: t('designer.tab.words') }, { key: 'sums', label: t('designer.tab.sums') }]}>
        {tab === 'words' ? <WholeWords document={document} /> : <WholeSums document={document} />}
      </Tabs>
    </div>
  );
}

function OnePart({ part, parent, property }: { part: Part; parent: Part | null; property: string }) {
  const { t } = useTranslation();
  const design = useDesign();
  const kind = kindOf(part);
  const hasChecks = ['element', 'column', 'item'].includes(part[role]) && !['panel', 'html', 'expression'].includes(typeOf(part));
  const wanted = /^(?:visibleIf|requiredIf|enableIf)/.test(property) ? 'rules' : /^(?:validators|requiredErrorText)/.test(property) && hasChecks ? 'checks' : 'content';
  const [tab, setTab] = useShown(wanted, property);
  const isInner = part[role] === 'column' || part[role] === 'item';
  return (
    <div className="properties">
      <h2>
        {isInner && parent !== null && <button type="button" className="link-button" onClick={() => design.select(parent[key])}>{nameOf(parent)}</button>}
        {isInner ? ` › ${nameOf(part)}` : kind === null ? typeOf(part) : t(`designer.kind.${kind}`)}
      </h2>
      <Tabs
        label={t('designer.properties')}
        active={tab}
        onChange={setTab}
        tabs={[{ key: 'content', label: t('designer.tab.content') }, ...(part[role] === 'item' ? [] : [{ key: 'rules', label: t('designer.tab.rules') }]), ...(hasChecks ? [{ key: 'checks', label: t('designer.tab.checks') }] : [])]}
      >
        {tab === 'rules' ? <Rules part={part} /> : tab === 'checks' ? <Checks part={part} /> : <Content part={part} />}
      </Tabs>
    </div>
  );
}

/** The tab that one chose, until a finding leads to another. */
function useShown(wanted: string, why: string): [string, (tab: string) => void] {
  const [tab, setTab] = useState(wanted);
  useEffect(() => {
    if (why !== '') setTab(wanted);
  }, [wanted, why]);
  return [tab, setTab];
}
