import { useTranslation } from '../../app/translation.ts';
import { Value } from '../../components/Value.tsx';
import { When } from '../../components/When.tsx';
import type { Cell } from './matrix.ts';

interface Props {
  attribute: string;
  cell: Cell;
  /** Says, was told and holds, each on its line. */
  detailed: boolean;
}

export function CellView({ attribute, cell, detailed }: Props) {
  const { t } = useTranslation();
  const { state, held, value, corrected } = cell;
  if (held === null) return <td className="cell" data-state="none" aria-label={t('cell.none')} />;
  return (
    <td className="cell" data-state={state}>
      {detailed ? (
        <dl className="cell-detail">
          <div><dt>{t('cell.said')}</dt><dd><Value attribute={attribute} value={held.said} /> {held.saidAt !== null && <span className="quiet"><When at={held.saidAt} /></span>}</dd></div>
          <div><dt>{t('cell.told')}</dt><dd><Value attribute={attribute} value={held.told} /></dd></div>
          <div><dt>{t('cell.holds')}</dt><dd><Value attribute={attribute} value={held.holds} /></dd></div>
        </dl>
      ) : (
        <>
          <Value attribute={attribute} value={value} />
          {corrected !== null && (
            <span className="cell-corrected" title={t('cell.corrected.title')}>
              {t('cell.corrected')} <Value attribute={attribute} value={corrected} />
            </span>
          )}
        </>
      )}
      {state !== 'agrees' && state !== 'none' && <span className="cell-state" title={t(`cell.${state}.title`)}>{t(`cell.${state}`)}</span>}
      {state === 'agrees' && <span className="visually-hidden">{t('cell.agrees')}</span>}
    </td>
  );
}
