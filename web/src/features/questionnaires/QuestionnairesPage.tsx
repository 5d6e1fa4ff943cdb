import { Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Filter, ListRow } from '../../api/lists.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import './questionnaires.css';

const NewQuestionnaire = lazy(async () => ({ default: (await import('./NewQuestionnaire.tsx')).NewQuestionnaire }));

/** Where a questionnaire stands: being worked on, asked, or closed. */
export function QuestionnaireState({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Tag color={state === 'published' ? 'success' : 'default'}>{t(`option.questionnaires.state.${state as 'draft'}`)}</Tag>;
}

const renderers: CellRenderers = {
  title: (value) => <b className="row-name">{String(value)}</b>,
  state: (value) => <QuestionnaireState state={String(value)} />,
  current: (value) => (Number(value) === 0 ? <span className="quiet">–</span> : <span className="figures">v{String(value)}</span>),
};

/** What is typed is looked for in the title. */
export const titled = (text: string): Filter | undefined => (text.trim() === '' ? undefined : { column: 'title', op: 'contains', value: text.trim() });

const nameOf = (row: ListRow) => String(row.cells['title'] ?? row.id);

/** The library: one's own legal entity's questionnaires and the province's. */
export function QuestionnairesPage() {
  const { t } = useTranslation();
  useTitle(t('nav.library'));
  const mayEdit = useMay()('questionnaires.edit');
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <List
        name="questionnaires"
        title={t('nav.library')}
        renderers={renderers}
        nameOf={nameOf}
        named="title"
        to={(row) => `/questionnaires/${row.id}`}
        searchHint={t('library.search')}
        search={titled}
        empty={{ title: t('library.none'), help: t('library.none.help') }}
        tools={mayEdit && (
          <span className="record-actions">
            <Button onClick={() => void navigate('/questionnaires/import')}>{t('library.import')}</Button>
            <Button type="primary" onClick={() => setAdding(true)}>{t('library.new')}</Button>
          </span>
        )}
      />
      {adding && <Suspense fallback={null}><NewQuestionnaire onClose={() => setAdding(false)} /></Suspense>}
    </>
  );
}
