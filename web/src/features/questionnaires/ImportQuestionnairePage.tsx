import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addQuestionnaire, readFile, type Fragment, type Imported } from '../../api/library.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Findings } from './Findings.tsx';
import { Outline } from './Outline.tsx';
import './questionnaires.css';

const steps = ['file', 'look', 'take'] as const;

/** A file of another program: read, looked at with what lies outside, and only then taken. */
export function ImportQuestionnairePage() {
  const { t } = useTranslation();
  useTitle(t('library.import'));
  const [file, setFile] = useState<File | null>(null);
  const read = useMutation({ mutationFn: (chosen: File) => readFile(chosen) });
  const at = read.data === undefined ? 0 : read.data.questions > 0 ? 2 : 1;
  return (
    <div className="list-page import-page">
      <div className="page-head"><h1>{t('library.import')}</h1></div>
      <ol className="library-steps" aria-label={t('library.import')}>
        {steps.map((step, index) => <li key={step} aria-current={index === at ? 'step' : undefined}><span className="figures">{index + 1}</span> {t(`library.import.step.${step}`)}</li>)}
      </ol>
      <section className="library-part">
        <p className="quiet">{t('library.import.help')}</p>
        <label className="dialog-field">
          <span>{t('library.import.file')}</span>
          <input
            type="file"
            accept=".json,.xlsx,.csv"
            onChange={(event) => {
              const chosen = event.target.files?.[0] ?? null;
              setFile(chosen);
              read.reset();
              if (chosen !== null) read.mutate(chosen);
            }}
          />
        </label>
        {read.error !== null && <Problem error={read.error} />}
      </section>
      {read.data !== undefined && file !== null && <Taken key={`${file.name} ${file.lastModified}`} read={read.data} file={file.name} />}
    </div>
  );
}

function Taken({ read, file }: { read: Imported; file: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [title, setTitle] = useState(read.title || file.replace(/\.[^.]*$/, ''));
  const [unit, setUnit] = useState('');
  const take = useMutation({
    mutationFn: () => addQuestionnaire({ title: title.trim(), document: read.document, ...(unit === '' ? {} : { unit }) }),
    onSuccess: ({ id }) => navigate(`/questionnaires/${id}`),
  });
  return (
    <section className="library-part">
      <h2>{read.questions > 0 ? t('library.import.read', { count: read.questions, format: t(`library.format.${read.format as 'csv'}`) }) : t('library.import.refused')}</h2>
      <Findings findings={read.findings} />
      {read.document !== null && read.questions > 0 && (
        <>
          <details><summary>{t('library.tab.asks')}</summary><Outline document={read.document as Fragment} /></details>
          <div className="form-two">
            <label className="dialog-field">
              <span>{t('library.title')}</span>
              <Input name="title" maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
            </label>
            <div className="dialog-field">
              <span>{t('library.unit')}</span>
              <UnitSelect label={t('library.unit')} value={unit} onChange={setUnit} />
            </div>
          </div>
          <div><Button type="primary" disabled={title.trim() === ''} loading={take.isPending} onClick={() => take.mutate()}>{t('library.import.take')}</Button></div>
        </>
      )}
      {take.error !== null && <Problem error={take.error} />}
    </section>
  );
}
