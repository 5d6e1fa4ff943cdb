import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Popconfirm } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ApiError } from '../../api/client.ts';
import { addQuestionnaire, checkQuery, exportAddress, formats, questionnaireQuery, turnQuestionnaire, type Fragment, type Questionnaire } from '../../api/library.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { UnitName } from '../../components/UnitName.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import { RulesTab } from '../answers/RulesTab.tsx';
import { AskButton } from '../asking/AskButton.tsx';
import { Findings } from './Findings.tsx';
import { Outline } from './Outline.tsx';
import { QuestionnaireState } from './QuestionnairesPage.tsx';
import { Versions } from './Versions.tsx';
import './questionnaires.css';

const PublishDialog = lazy(async () => ({ default: (await import('./PublishDialog.tsx')).PublishDialog }));

/** A questionnaire of the library: what it asks, what is to be mended, its versions, and what can be done next. */
export function QuestionnairePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(questionnaireQuery(id));
  useTitle(data?.title ?? t('nav.library'));
  if (error instanceof ApiError && error.status === 404) return <Nothing title={t('problem.questionnaire.unknown')} help={t('problem.questionnaire.unknown.help')} />;
  if (error !== null && data === undefined) return <Problem error={error} onRetry={() => void refetch()} page />;
  return data === undefined ? <PageSkeleton /> : <Record key={data.id} of={data} />;
}

function Record({ of }: { of: Questionnaire }) {
  const { t } = useTranslation();
  const draft = of.draft as Fragment;
  const answers = of.versions.reduce((sum, each) => sum + each.answers, 0);
  return (
    <RecordFrame
      title={of.title}
      shortName={of.title}
      number={of.id}
      address={`/questionnaires/${of.id}`}
      list="questionnaires"
      listAddress="/questionnaires"
      tags={<><QuestionnaireState state={of.state} /><span className="kind">{t(`option.questionnaires.kind.${of.kind as 'survey'}`)}</span>{of.anonymous && <span className="kind">{t('column.questionnaires.anonymous')}</span>}</>}
      actions={<Actions of={of} />}
      facts={[
        { name: t('column.questionnaires.current'), value: of.current === 0 ? '–' : `v${of.current}` },
        { name: t('column.questionnaires.answers'), value: <span className="figures">{answers}</span> },
        { name: t('library.unit'), value: of.entity === '' ? t('library.province') : <UnitName code={of.unit} /> },
        { name: t('column.questionnaires.owner'), value: of.owner },
        { name: t('column.questionnaires.changedAt'), value: <><When at={of.changedAt} /> {of.changedBy}</> },
      ]}
      tabs={[
        { key: 'asks', label: t('library.tab.asks'), content: <section className="library-part"><Outline document={draft} /></section> },
        { key: 'check', label: t('library.tab.check'), content: <Check of={of} /> },
        { key: 'rules', label: t('library.tab.rules'), content: <section className="library-part"><RulesTab questionnaire={Number(of.id)} /></section> },
        { key: 'versions', label: t('library.tab.versions'), count: of.versions.length, content: <Versions of={of} /> },
      ]}
    />
  );
}

function Check({ of }: { of: Questionnaire }) {
  const { data, error } = useQuery(checkQuery(of.id, of.version, of.draft));
  if (error !== null) return <Problem error={error} />;
  return <section className="library-part">{data === undefined ? <PageSkeleton rows={3} /> : <Findings findings={data} />}</section>;
}

function Actions({ of }: { of: Questionnaire }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const may = useMay();
  const [publishing, setPublishing] = useState(false);
  const again = async () => {
    await client.invalidateQueries({ queryKey: questionnaireQuery(of.id).queryKey });
    await client.invalidateQueries({ queryKey: ['list', 'questionnaires'] });
  };
  const turn = useMutation({ mutationFn: (to: 'close' | 'reopen') => turnQuestionnaire(of.id, to), onSuccess: again });
  const copy = useMutation({ mutationFn: () => addQuestionnaire({ copyOf: of.id, title: t('library.copy.of', { title: of.title }) }), onSuccess: ({ id }) => navigate(`/questionnaires/${id}`) });
  const error = turn.error ?? copy.error;
  return (
    <>
      {of.mine && <Button onClick={() => void navigate(`/questionnaires/${of.id}/design`)}>{t('library.design')}</Button>}
      {of.mine && <Button type="primary" onClick={() => setPublishing(true)}>{t('library.publish')}</Button>}
      {of.state === 'published' && <AskButton questionnaire={of.id} />}
      {of.current > 0 && may('answers.read') && <Button onClick={() => void navigate(`/questionnaires/${of.id}/analysis`)}>{t('ana.title')}</Button>}
      {of.mine && of.state === 'published' && (
        <Popconfirm title={t('library.close.sure')} okText={t('library.close')} cancelText={t('action.cancel')} onConfirm={() => turn.mutate('close')}>
          <Button loading={turn.isPending}>{t('library.close')}</Button>
        </Popconfirm>
      )}
      {of.mine && of.state === 'closed' && <Button loading={turn.isPending} onClick={() => turn.mutate('reopen')}>{t('library.reopen')}</Button>}
      <Dropdown
        trigger={['click']}
        menu={{ items: [
          ...formats.map((format) => ({ key: format, label: <a href={exportAddress(of.id, format, 0)} download>{t(`library.export.${format}`)}</a> })),
          ...(may('questionnaires.edit') ? [{ key: 'copy', label: t('library.copy'), onClick: () => copy.mutate() }] : []),
        ] }}
      >
        <Button>{t('library.more')}</Button>
      </Dropdown>
      {error !== null && <Problem error={error} />}
      {publishing && <Suspense fallback={null}><PublishDialog of={of} onClose={() => setPublishing(false)} onPublished={again} /></Suspense>}
    </>
  );
}
