import { Tag } from 'antd';
import { Link } from 'react-router';
import { useTranslation } from '../app/translation.ts';
import { useNames } from './useNames.ts';

/** A system by its code, which everybody in the bank uses; its full name on hover and for screen readers. */
export function SystemCode({ system }: { system: string }) {
  const names = useNames();
  const { t } = useTranslation();
  if (system.startsWith('OCRM-')) return <span className="quiet">{t('system.imported')}</span>;
  if (system === '') return <span className="quiet">–</span>;
  const full = names.system(system);
  return <abbr className="system-code" title={full}>{system}</abbr>;
}

export function PartyLink({ number }: { number: string }) {
  return <Link to={`/customers/${number}`} className="mono">{number}</Link>;
}

const outcomeColour: Readonly<Record<string, string>> = {
  applied: 'success',
  done: 'success',
  delivered: 'success',
  duplicate: 'default',
  refused: 'error',
  dead: 'error',
  busy: 'warning',
  tryAgain: 'warning',
  unknown: 'warning',
  notFound: 'error',
  notSent: 'warning',
};

export function Outcome({ outcome }: { outcome: string }) {
  const names = useNames();
  const code = outcome.charAt(0).toLowerCase() + outcome.slice(1);
  return <Tag color={outcomeColour[code] ?? 'default'} variant="filled">{names.outcome(code)}</Tag>;
}

const deliveryColour: Readonly<Record<string, string>> = {
  delivered: 'success',
  due: 'warning',
  sent: 'default',
  dead: 'error',
  skipped: 'default',
};

export function DeliveryState({ state }: { state: string }) {
  const names = useNames();
  const code = state.charAt(0).toLowerCase() + state.slice(1);
  return <Tag color={deliveryColour[code] ?? 'default'} variant="filled">{names.deliveryState(code)}</Tag>;
}

export function Kind({ kind }: { kind: string }) {
  const names = useNames();
  return <span className="kind">{names.kind(kind)}</span>;
}

export function DirectionMark({ direction }: { direction: 'in' | 'out' }) {
  const { t } = useTranslation();
  return (
    <span className={`direction direction-${direction}`}>
      <span aria-hidden="true">{direction === 'in' ? '→' : '←'}</span> {t(`direction.${direction}`)}
    </span>
  );
}
