import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { textsQuery, wordsQuery, type AnalysisFilter } from '../../api/analysis.ts';
import { useTranslation } from '../../app/translation.ts';

import { Problem } from '../../components/Problem.tsx';
import { When } from '../../components/When.tsx';

/** Texts of one page, as the server has it. */
const page = 30;

/** Words in five sizes. */
const sizes = 5;

interface Props {
  id: string;
  question: string;
  filter: AnalysisFilter;
  anonymous: boolean;
}

/** What people wrote: the words that stand in most texts, each of which finds its texts, and the texts, the newest first. */
export function Texts({ id, question, filter, anonymous }: Props) {
  const { t } = useTranslation();
  const [word, setWord] = useState<string | null>(null);
  const [skip, setSkip] = useState(0);
  const refused = anonymous && filter.conditions.length > 0;
  const words = useQuery({ ...wordsQuery(id, filter, question), enabled: !refused });
  const texts = useQuery({ ...textsQuery(id, filter, question, word, skip), enabled: !refused });
  if (refused) return <p className="quiet">{t('ana.texts.anonymous')}</p>;
  const most = words.data?.words[0]?.count ?? 1;
  return (
    <div className="ana-beside">
      <div>
        {words.isError ? (
          <Problem error={words.error} onRetry={() => void words.refetch()} />
        ) : words.data === undefined ? (
          <div className="ana-cloud" aria-busy />
        ) : words.data.words.length === 0 ? (
          <p className="quiet">{t('ana.words.none')}</p>
        ) : (
          <ul className="ana-cloud" aria-label={t('ana.words')}>
            {words.data.words.map(({ word: each, count }) => (
              <li key={each}>
                <button type="button" disabled={anonymous} aria-pressed={each === word} data-size={Math.ceil((count / most) * sizes)} onClick={() => { setWord(each === word ? null : each); setSkip(0); }}>
                  {each} <small>{count}</small>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        {texts.isError ? (
          <Problem error={texts.error} onRetry={() => void texts.refetch()} />
        ) : (
          <ul className="ana-texts" tabIndex={0}>
            {(texts.data?.texts ?? []).map((text, i) => (
              <li key={i}>
                <p>{text.text}</p>
                {!anonymous && <small className="quiet">{text.customer !== null && <Link to={`/customers/${text.customer}`}>{text.name === '' ? text.customer : text.name}</Link>} {text.unit} {text.at !== null && <When at={text.at} />}</small>}
              </li>
            ))}
          </ul>
        )}
        <p className="ana-pages">
          {skip > 0 && <Button size="small" onClick={() => setSkip(Math.max(0, skip - page))}>{t('ana.before')}</Button>}
          {texts.data?.count != null && skip + page < texts.data.count && <Button size="small" onClick={() => setSkip(skip + page)}>{t('ana.next')}</Button>}
        </p>
      </div>
    </div>
  );
}
