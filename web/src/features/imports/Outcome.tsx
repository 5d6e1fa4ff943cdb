import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorsAddress, linesQuery, type Import, type ImportLine } from '../../api/imports.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { formatCount } from '../../format/figures.ts';

const outcomes = ['good', 'done', 'skipped', 'undone', 'stayed', 'wrong'] as const;

/** What came of the lines: counted, those with problems first, each with its reason; as a file to be corrected. */
export function Outcome({ of }: { of: Import }) {
  const { t, i18n } = useTranslation();
  const there = outcomes.filter((each) => of[each] > 0);
  const [shown, setShown] = useState<string | null>(null);
  const open = there.find((each) => each === shown) ?? (of.stayed > 0 ? 'stayed' : of.wrong > 0 ? 'wrong' : there[0]);
  const count = (lines: number) => formatCount(lines, i18n.language);
  const way = (name: string) => of.tallies.filter((each) => each.way === name && (each.outcome === 'good' || each.outcome === 'done' || each.outcome === 'skipped')).reduce((sum, each) => sum + each.lines, 0);
  return (
    <section className="import-card" data-wrong={of.wrong}>
      <dl className="import-sums">
        <div><dt>{t('imports.lines')}</dt><dd className="figures">{count(of.lines)}</dd></div>
        {outcomes.filter((each) => of[each] > 0 || (each === 'wrong' && of.state !== 'draft')).map((each) => (
          <div key={each} data-outcome={each}><dt>{t(`imports.outcome.${each}`)}</dt><dd className="figures">{count(of[each])}</dd></div>
        ))}
      </dl>
      {(of.kind === 'registers' || of.kind === 'customers') && way('matched') + way('fresh') > 0 && (
        <p className="figures">{t(`imports.ways.${of.kind as 'customers'}`, { matched: count(way('matched')), fresh: count(way('fresh')) })}</p>
      )}
      {of.mine && of.kept && open !== undefined && (
        <>
          <Tabs
            label={t('imports.step.result')}
            active={open}
            onChange={setShown}
            tabs={there.map((each) => ({ key: each, label: t(`imports.outcome.${each}`) }))}
            extra={(open === 'wrong' || open === 'stayed') && <a className="import-file" href={errorsAddress(of.id, open, i18n.language)} download>{t('imports.errors')}</a>}
          >
            <Lines of={of} outcome={open} />
          </Tabs>
        </>
      )}
    </section>
  );
}

function Lines({ of, outcome }: { of: Import; outcome: string }) {
  const { t, i18n } = useTranslation();
  const { data, error } = useQuery(linesQuery(of.id, outcome, of.changedAt));
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return <PageSkeleton rows={3} />;
  return (
    <>
      <ul className="import-lines">
        {data.map((line) => <Line key={line.line} line={line} />)}
      </ul>
      {of[outcome as 'wrong'] > data.length && <p className="quiet">{t('imports.first', { count: data.length, lines: formatCount(data.length, i18n.language) })}</p>}
    </>
  );
}

function Line({ line }: { line: ImportLine }) {
  const { t } = useTranslation();
  const place = [line.village, line.household].filter((each) => each !== '').join(' ');
  return (
    <li>
      <span className="figures quiet">{t('imports.line', { line: line.line })}</span>
      {line.field !== '' && <b>{t(`imports.field.${line.field as 'name'}`)} {line.value}</b>}
      {line.problem !== '' && <span className="import-problem">{t(`imports.problem.${line.problem as 'nobody'}`)}</span>}
      {line.number !== null && <span>{line.name} <PartyLink number={line.number} /></span>}
      {line.number === null && line.way === 'fresh' && <span>{t('imports.way.fresh')}</span>}
      {place !== '' && <span className="quiet">{t('imports.place', { place })}</span>}
      {line.place !== null && line.place !== '' && <span className="quiet">{t('imports.home', { place: line.place })}</span>}
    </li>
  );
}
