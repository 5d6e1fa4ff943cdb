import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { analysisQuery, exportAddress, type AnalysisFilter } from '../../api/analysis.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { formatCount } from '../../format/figures.ts';
import './analysis.css';
import { Cross } from './Cross.tsx';
import { readFilter, valuesOf, withCondition, writeFilter } from './filter.ts';
import { Filters } from './Filters.tsx';
import { People } from './People.tsx';
import { Question } from './Question.tsx';
import { Rates } from './Rates.tsx';
import { titleOf } from './words.ts';

/** What complete responses to a questionnaire say. Tab, filter and axes are in the address. */
export function AnalysisPage() {
  const { t, i18n } = useTranslation();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const view = useQuery(analysisQuery(id, filter, i18n.language));
  useTitle(view.data?.title ?? t('ana.title'));
  const tab = search.get('tab') ?? 'questions';
  const put = (entries: Readonly<Record<string, string>>) => setSearch((now) => {
    const next = new URLSearchParams(now);
    for (const [name, value] of Object.entries(entries)) value === '' ? next.delete(name) : next.set(name, value);
    return next;
  });
  const onFilter = (next: AnalysisFilter) => setSearch((now) => writeFilter(now, next));
  if (view.isError) return <Problem error={view.error} onRetry={() => void view.refetch()} page />;
  if (view.data === undefined) return <PageSkeleton rows={10} />;
  const { data } = view;
  // Picked twice it goes again.
  const onPick = (on: string, value: string) => onFilter(withCondition(filter, on, valuesOf(filter, on).includes(value) ? [] : [value], data.anonymous));
  return (
    <div className="list-page ana-page" data-busy={view.isPlaceholderData}>
      <div className="page-head">
        <h1>{data.title}</h1>
        <span className="quiet ana-sum">{data.count === null ? t('ana.tooFew', { n: data.least ?? 0 }) : t('ana.counted', { count: data.count, n: formatCount(data.count, i18n.language) })}</span>
        <span className="ana-actions">
          <Link to="/answers">{t('nav.answers')}</Link>
          <Button size="small" href={exportAddress(id, filter, 'xlsx', i18n.language)}>XLSX</Button>
          <Button size="small" href={exportAddress(id, filter, 'csv', i18n.language)}>CSV</Button>
          <Button size="small" onClick={() => window.print()}>{t('ana.print')}</Button>
        </span>
      </div>
      {data.anonymous && <p className="ana-promise">{t('ana.promise', { n: data.least ?? 0 })}</p>}
      <Filters view={data} filter={filter} onChange={onFilter} />
      <Tabs
        label={t('ana.title')}
        active={tab}
        onChange={(next) => put({ tab: next === 'questions' ? '' : next })}
        tabs={[{ key: 'questions', label: t('ana.questions') }, { key: 'cross', label: t('ana.cross') }, { key: 'rates', label: t('ana.rates') }, ...(data.anonymous ? [] : [{ key: 'people', label: t('ana.people') }])]}
      >
        {tab === 'rates' ? (
          <Rates id={id} filter={filter} anonymous={data.anonymous} onPick={onPick} />
        ) : data.count === null || data.count === 0 ? (
          <Nothing title={t('ana.none')} help={data.count === null ? t('ana.tooFew', { n: data.least ?? 0 }) : t('ana.none.help')} />
        ) : tab === 'cross' ? (
          <Cross id={id} view={data} filter={filter} row={search.get('row') ?? ''} column={search.get('column') ?? ''} onAxes={(row, column) => put({ row, column })} />
        ) : tab === 'people' && !data.anonymous ? (
          <People id={id} filter={filter} />
        ) : (
          <>
            {data.bands !== null && (
              <dl className="dash-figures">
                {data.score !== null && <div><dt>{t('ana.score')}</dt><dd>{data.score.toFixed(1)}</dd></div>}
                {data.bands.cells.map((cell) => <div key={cell.value}><dt>{titleOf(cell, t)}</dt><dd><button type="button" className="ana-figure" onClick={() => onPick('@band', cell.value)}>{cell.count === null ? t('ana.hidden') : formatCount(cell.count, i18n.language)}</button></dd></div>)}
              </dl>
            )}
            {data.questions.map((question, i) => <Question key={question.name} id={id} number={i + 1} question={question} filter={filter} anonymous={data.anonymous} onPick={onPick} />)}
          </>
        )}
      </Tabs>
      <Watermark />
    </div>
  );
}
