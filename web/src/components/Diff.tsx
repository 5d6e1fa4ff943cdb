import { useTranslation } from '../app/translation.ts';
import { differencesOf } from './differences.ts';
import { useNames } from './useNames.ts';

/** Before and after, beside each other; nothing else. */
export function Diff({ before, after }: { before: string | null; after: string | null }) {
  const { t } = useTranslation();
  const names = useNames();
  const differences = differencesOf(before, after);
  if (differences.length === 0) return <span className="quiet">–</span>;
  return (
    <table className="before-after">
      <thead><tr><th scope="col">{t('matrix.attribute')}</th><th scope="col">{t('history.before')}</th><th scope="col">{t('history.after')}</th></tr></thead>
      <tbody>
        {differences.map((each) => (
          <tr key={each.path}>
            <th scope="row">{names.part(each.path)}</th>
            <td className="before">{each.before === null ? '–' : names.code(each.before)}</td>
            <td className="after">{each.after === null ? '–' : names.code(each.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
