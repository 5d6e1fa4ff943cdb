import { useMemo } from 'react';
import type { BothLanguages } from '../api/session.ts';
import { useTranslation, type Translation } from '../app/translation.ts';

/** Codes of the API in the reader's words; a code that nobody has translated yet is shown as it is. */
export function useNames() {
  const translation = useTranslation();
  return useMemo(() => namesIn(translation), [translation]);
}

function namesIn({ t, i18n }: Translation) {
  const name = (kind: string) => (code: string) => {
    // The server writes the names of its enums, some with a capital.
    const key = [`${kind}.${code}`, `${kind}.${code.charAt(0).toLowerCase()}${code.slice(1)}`].find((each) => i18n.exists(each));
    return key === undefined ? code : t(key);
  };
  return {
    system: name('system'),
    attribute: name('attribute'),
    rule: name('rule'),
    why: name('why'),
    action: name('changeAction'),
    kind: name('kind'),
    partyStatus: name('partyStatus'),
    recordStatus: name('recordStatus'),
    link: name('link'),
    outcome: name('outcome'),
    reason: name('reason'),
    deliveryState: name('deliveryState'),
    relationship: name('relationship'),
    suspect: name('suspect'),
    role: name('role'),
    reach: name('reach'),
    sight: name('sight'),
    option: name('option'),
    relationshipSource: name('relationshipSource'),
    unitKind: name('unitKind'),
    unitState: name('unitState'),
    placeKind: name('placeKind'),
    parameter: name('parameter'),
    userState: name('userState'),
    proposalKind: name('proposalKind'),
    proposalState: name('proposalState'),
    act: name('act'),
    trail: name('option.audit.trail'),
    signIn: name('signInOutcome'),
    permission: name('permission'),
    consentPurpose: name('consentPurpose'),
    consentChannel: name('consentChannel'),
    consentEvidence: name('consentEvidence'),
    documentKind: name('documentKind'),
    holding: name('holding'),
    holdingState: name('holdingState'),
    activity: name('activity'),
    tier: name('tier'),
    reminder: name('reminder'),
    relation: name('relation'),
    handoverState: name('handoverState'),
    reviewed: name('reviewed'),
    sendingOutcome: name('sendingOutcome'),
    todayReason: name('todayReason'),
    listAction: name('listAction'),
    listProblem: name('listProblem'),
    /** A place in a JSON of ours: grants.customers.read is a permission, the rest goes by its last word. */
    part: (path: string) => {
      const grant = /^grants\.(.+)$/i.exec(path)?.[1];
      return grant === undefined ? name('part')(path.toLowerCase()) : name('permission')(grant);
    },
    /** A code of any of the kinds that stand in proposals. */
    code: (code: string) => ['reach', 'sight', 'unitState', 'unitKind', 'role'].map((kind) => name(kind)(code)).find((each) => each !== code) ?? code,
    /** A name that the server keeps in both languages. */
    both: (name: BothLanguages) => (i18n.language === 'en' ? name.en : name.zh),
    list: (names: readonly string[]) => names.join(t('list.separator')),
  };
}
