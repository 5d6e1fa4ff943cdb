import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { documentQuery, exportAddress, formats, type Questionnaire } from '../../api/library.ts';
import { useTranslation } from '../../app/translation.ts';
import { Diff } from '../../components/Diff.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { When } from '../../components/When.tsx';

/** What was published when, by whom and why, how many answered it, and what differs. */
export function Versions({ of }: { of: Questionnaire }) {
  const { t } = useTranslation();
  if (of.versions.length === 0) return <section className="library-part"><p className="quiet">{t('library.versions.none')}</p></section>;
  return (
    <section className="library-part">
      <ol className="version-list">
        {of.versions.map((each) => (
          <li key={each.number} data-current={each.number === of.current}>
            <b className="figures">v{each.number}</b>
            <span>{each.note === '' ? t('library.note.none') : each.note}</span>
            <span className="quiet"><When at={each.publishedAt} /> {each.publishedBy}</span>
            <span className="figures">{t('library.answers', { count: each.answers })}</span>
            <span className="version-files">{formats.map((format) => <a key={format} href={exportAddress(of.id, format, each.number)} download>{t(`library.format.${format}`)}</a>)}</span>
          </li>
        ))}
      </ol>
      <Compared of={of} />
    </section>
  );
}

function Compared({ of }: { of: Questionnaire }) {
  const { t } = useTranslation();
  const numbers = of.versions.map((each) => each.number);
  const [before, setBefore] = useState(numbers[1] ?? numbers[0] ?? 0);
  const [after, setAfter] = useState(numbers.length > 1 ? (numbers[0] ?? 0) : 0);
  const [old, now] = [useQuery(documentQuery(of.id, before)), useQuery(documentQuery(of.id, after))];
  const error = old.error ?? now.error;
  const texts = [before === 0 ? of.draft : old.data, after === 0 ? of.draft : now.data].map((each) => (each === undefined ? null : JSON.stringify(each)));
  const options = [{ value: 0, label: t('library.draft') }, ...numbers.map((number) => ({ value: number, label: `v${number}` }))];
  return (
    <div className="version-compared">
      <h2>{t('library.compare')}</h2>
      <p>
        <Select size="small" aria-label={t('history.before')} value={before} onChange={setBefore} options={options} /> → <Select size="small" aria-label={t('history.after')} value={after} onChange={setAfter} options={options} />
      </p>
      {error !== null ? <Problem error={error} />
        : texts.includes(null) ? <PageSkeleton rows={3} />
        : texts[0] === texts[1] ? <p className="quiet">{t('library.compare.same')}</p>
        : <div className="version-diff"><Diff before={texts[0] ?? null} after={texts[1] ?? null} /></div>}
    </div>
  );
}
