import type { CustomerEdit } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';

/** What became of the last correction of an attribute: sent, accepted, or overruled by whom and why. */
export function CorrectionLine({ edit }: { edit: CustomerEdit }) {
  const { t } = useTranslation();
  const names = useNames();
  const { state, by, overruledBy, because, value, at } = edit;
  return (
    <span className="correction" data-state={state} role="status">
      {state === 'overruled'
        ? t('edit.overruled', { by, value: value.slice(0, 1).join(''), system: overruledBy === null ? '' : names.system(overruledBy), why: because === null ? '' : names.rule(because) })
        : t(`edit.${state}`, { by })}{' '}
      <When at={at} />
    </span>
  );
}
