import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useState } from 'react';
import { responsesOfQuery, type ResponseLine } from '../../api/answers.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { When } from '../../components/When.tsx';
import { ResponsePanel } from './ResponsePanel.tsx';
import './answers.css';

/** What a customer answered, the latest first. */
export function AnswersTab({ number }: { number: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(responsesOfQuery(number));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton rows={4} />;
  return data.length === 0
    ? <Nothing title={t('answers.ofNone')} help={t('answers.ofNone.help')} />
    : <ul className="answer-lines">{data.map((each) => <Line key={each.id} line={each} />)}</ul>;
}

function Line({ line }: { line: ResponseLine }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <b>{line.title}</b>
          {line.band !== '' && <Tag>{t('answers.score', { score: line.score, band: line.band })}</Tag>}
          <span className="quiet"><When at={line.at} /> · {t(`option.responses.via.${line.via as 'link'}`)}{line.by !== '' && ` · ${line.by}`}</span>
        </summary>
        {open && <ResponsePanel id={line.id} />}
      </details>
    </li>
  );
}
