import type { AnalysisFilter, QuestionView } from '../../api/analysis.ts';
import { useTranslation } from '../../app/translation.ts';
import { formatCount } from '../../format/figures.ts';
import { Numbers } from './Numbers.tsx';
import { Picture } from './Picture.tsx';
import { Texts } from './Texts.tsx';

interface Props {
  id: string;
  number: number;
  question: QuestionView;
  filter: AnalysisFilter;
  anonymous: boolean;
  onPick: (on: string, value: string) => void;
}

/** One question: its picture with the figures beside it, or what people wrote. */
export function Question({ id, number, question, filter, anonymous, onPick }: Props) {
  const { t, i18n } = useTranslation();
  const [first] = question.parts;
  const answered = first?.answered ?? null;
  const decimal = (value: number) => new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(value);
  const facts = [
    answered === null ? t('ana.hidden') : t('ana.answered', { count: answered, n: formatCount(answered, i18n.language) }),
    question.parts.length === 1 && first?.mean != null && question.shape !== 'day' ? `${t('ana.mean')} ${decimal(first.mean)}` : '',
    first?.least != null && first.most != null && question.shape === 'number' ? `${decimal(first.least)} – ${decimal(first.most)}` : '',
    question.nps === null ? '' : `NPS ${decimal(question.nps)}`,
  ].filter((fact) => fact !== '');
  return (
    <section className="ana-question" aria-labelledby={`ana-q${number}`}>
      <h2 id={`ana-q${number}`}><span className="quiet">{number}</span> {question.title} <small className="quiet">{facts.join(' · ')}</small></h2>
      {question.shape === 'nps' && <Nps question={question} />}
      {question.shape === 'text' ? (
        <Texts id={id} question={question.name} filter={filter} anonymous={anonymous} />
      ) : (
        <div className="ana-beside">
          <Picture question={question} onPick={onPick} />
          <Numbers question={question} onPick={onPick} />
        </div>
      )}
    </section>
  );
}

/** Detractors (0 to 6), passives (7, 8) and promoters (9, 10), in words with their figures. */
function Nps({ question }: { question: QuestionView }) {
  const { t, i18n } = useTranslation();
  const cells = question.parts[0]?.cells.slice(0, 11) ?? [];
  const sum = (from: number, to: number) => cells.slice(from, to + 1).reduce<number | null>((all, { count }) => (all === null || count === null ? null : all + count), 0);
  const groups = [{ key: 'detractors', count: sum(0, 6) }, { key: 'passives', count: sum(7, 8) }, { key: 'promoters', count: sum(9, 10) }] as const;
  return (
    <ul className="ana-nps">
      {groups.map(({ key, count }) => <li key={key} data-group={key} style={{ flexGrow: count ?? 1 }}>{t(`ana.nps.${key}`)} <b>{count === null ? t('ana.hidden') : formatCount(count, i18n.language)}</b></li>)}
    </ul>
  );
}
