import { useTranslation } from '../../app/translation.ts';
import { useLooked, type PlacedFinding } from './DesignContext.ts';
import { key, nameOf, typeOf, type Part } from './model/document.ts';
import { pageOf, placeOf } from './model/places.ts';
import { anyText } from './model/texts.ts';

const order = ['error', 'warning', 'outside'];

/** What the check found, the worst first; a click leads to where it is. */
export function FindingsList({ list, onOpen }: { list: readonly PlacedFinding[]; onOpen: (finding: PlacedFinding) => void }) {
  const { t, i18n } = useTranslation();
  const { document, language } = useLooked();
  if (list.length === 0) return <p className="findings-none">{t('designer.findings.none')}</p>;

  function where(finding: PlacedFinding): string {
    const part = placeOf(document, finding.key)?.part;
    if (part === undefined || part[key] === document[key]) return t('designer.whole');
    const page = pageOf(document, finding.key);
    return [page === null || page === part ? '' : nameOrTitle(page), nameOrTitle(part)].filter((each) => each !== '').join(' › ');
  }

  const nameOrTitle = (part: Part) => anyText(part['title'], language) || nameOf(part) || typeOf(part);

  return (
    <ul className="findings">
      {list.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity)).map((finding, at) => (
        <li key={`${at} ${finding.path} ${finding.code}`}>
          <button type="button" data-severity={finding.severity} onClick={() => onOpen(finding)}>
            <span className="finding-severity">{t(`designer.severity.${finding.severity}` as 'designer.severity.error')}</span>
            <b>{i18n.exists(`designer.finding.${finding.code}`) ? t(`designer.finding.${finding.code}` as 'designer.finding.cycle') : finding.code}</b>
            <span className="finding-where">{where(finding)}</span>
            <span className="quiet" lang="en">{finding.text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
