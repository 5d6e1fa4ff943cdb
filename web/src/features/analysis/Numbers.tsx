import type { QuestionView } from '../../api/analysis.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount, formatShare } from '../../format/figures.ts';
import { titleOf } from './words.ts';

interface Props {
  question: QuestionView;
  onPick: (on: string, value: string) => void;
}

/** The same as figures: of one dimension a line a value, of several a line each. Every figure filters by what it counts. */
export function Numbers({ question, onPick }: Props) {
  const { t, i18n } = useTranslation();
  const count = (value: number | null) => (value === null ? t('ana.hidden') : formatCount(value, i18n.language));
  const [first, ...rest] = question.parts;
  if (first === undefined) return null;
  if (rest.length > 0) {
    return (
      <div className="table-scroll">
        <table className="plain-table ana-numbers">
          <thead>
            <tr>
              <th scope="col">{question.title}</th>
              {first.cells.map((cell) => <th key={cell.value} scope="col" className="right">{titleOf(cell, t)}</th>)}
              {question.shape === 'ranking' && <th scope="col" className="right">{t('ana.mean')}</th>}
            </tr>
          </thead>
          <tbody>
            {question.parts.map((part) => (
              <tr key={part.key}>
                <th scope="row">{part.title}</th>
                {first.cells.map(({ value }) => {
                  const found = part.cells.find((cell) => cell.value === value)?.count ?? (part.cells.some((cell) => cell.value === value) ? null : 0);
                  const strength = found === null || part.answered === null || part.answered === 0 ? 0 : Math.round((found / part.answered) * 5);
                  return <td key={value} className="right" data-heat={strength}><button type="button" className="ana-figure" onClick={() => onPick(part.key, value)}>{count(found)}</button></td>;
                })}
                {question.shape === 'ranking' && <td className="right">{part.mean?.toFixed(2) ?? '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  return (
    <table className="plain-table ana-numbers">
      <thead>
        <tr><th scope="col">{t('ana.answer')}</th><th scope="col" className="right">{t('ana.count')}</th><th scope="col" className="right">{t('ana.share')}</th></tr>
      </thead>
      <tbody>
        {first.cells.map((cell) => (
          <tr key={cell.value}>
            <th scope="row">{titleOf(cell, t)}</th>
            <td className="right"><button type="button" className="ana-figure" onClick={() => onPick(first.key, cell.value)}>{count(cell.count)}</button></td>
            <td className="right">{cell.count === null || first.answered === null || first.answered === 0 ? '–' : formatShare(cell.count / first.answered, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
