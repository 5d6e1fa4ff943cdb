import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { answerFileAddress, responseQuery, type ResponseView } from '../../api/answers.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { formatBytes } from '../../format/figures.ts';
import './answers.css';

/** One person's answers, question by question, as they were given. */
export function ResponsePanel({ id }: { id: number }) {
  const { data, error } = useQuery(responseQuery(id));
  if (error !== null) return <Problem error={error} />;
  return data === undefined ? <PageSkeleton rows={6} /> : <Answers response={data} />;
}

function Answers({ response: { response, number, name, answers } }: { response: ResponseView }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  return (
    <article className="answers" data-response={response.id}>
      <p className="answers-head">
        <b>{response.title}</b> <span className="quiet">{t('answers.version', { version: response.version })} · <When at={response.at} /> · {t(`option.responses.via.${response.via as 'link'}`)}{response.by !== '' && ` · ${response.by}`}</span>
        {number !== '' && <span>{name} <PartyLink number={number} /></span>}
        {response.band !== '' && <Tag>{t('answers.score', { score: response.score, band: response.band })}</Tag>}
      </p>
      <dl>
        {answers.map((each) => (
          <div key={each.path} data-question={each.path} data-inside={each.path.includes('[') || undefined}>
            <dt>{each.title}{each.attribute !== '' && <span className="quiet"> · {names.attribute(each.attribute)}</span>}</dt>
            {each.files.length > 0
              ? <dd className="answer-files">{each.files.map((file) => <a key={file.hash} href={answerFileAddress(response.id, file.hash)} download>{file.name} <span className="quiet">{formatBytes(file.bytes, i18n.language)}</span></a>)}</dd>
              : <dd className={each.text === '' ? 'quiet' : undefined}>{each.text === '' ? t('answers.empty') : each.text}</dd>}
          </div>
        ))}
      </dl>
    </article>
  );
}
