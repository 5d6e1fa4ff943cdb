import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { kindsQuery, startImport, templateAddress } from '../../api/imports.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { ImportSteps } from './ImportSteps.tsx';
import './imports.css';

/** The first step: what is in the file, for which unit, and the file. The kind is in the address, so that lists can lead here. */
export function NewImportPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('imports.new'));
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const [unit, setUnit] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const { data, error, refetch } = useQuery(kindsQuery);
  const start = useMutation({
    mutationFn: (chosen: { kind: string; file: File }) => startImport(chosen.kind, unit, chosen.file),
    onSuccess: (made) => navigate(`/imports/${made.id}`, { replace: true }),
  });
  const allowed = (data ?? []).filter((each) => each.allowed);
  const kind = allowed.find((each) => each.name === address.get('kind')) ?? allowed[0];
  return (
    <div className="list-page import-page">
      <div className="page-head"><h1>{t('imports.new')}</h1></div>
      <ImportSteps at={0} />
      {error !== null ? <Problem error={error} onRetry={() => void refetch()} />
        : data === undefined || kind === undefined ? <PageSkeleton rows={4} />
        : (
          <section className="import-card">
            <Segmented
              className="import-kinds"
              value={kind.name}
              onChange={(name) => setAddress({ kind: name }, { replace: true })}
              options={allowed.map((each) => ({ value: each.name, label: t(`option.imports.kind.${each.name as 'customers'}`) }))}
            />
            <p className="quiet">{t(`imports.kind.help.${kind.name as 'customers'}`)}</p>
            <p>
              {t('imports.fields')} {kind.fields.map((each) => t(`imports.field.${each.name as 'name'}`)).join(t('list.separator'))}{' '}
              <a href={templateAddress(kind.name, i18n.language)} download>{t('imports.template')}</a>
            </p>
            <div className="form-two">
              <div className="dialog-field">
                <span>{t('imports.unit')}</span>
                <UnitSelect label={t('imports.unit')} value={unit} onChange={setUnit} />
              </div>
              <label className="dialog-field">
                <span>{t('imports.file')}</span>
                <input type="file" accept=".csv,.xlsx" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
              </label>
            </div>
            {start.error !== null && <Problem error={start.error} />}
            <div className="import-acts">
              <Button type="primary" disabled={file === null} loading={start.isPending} onClick={() => file !== null && start.mutate({ kind: kind.name, file })}>{t('imports.upload')}</Button>
            </div>
          </section>
        )}
    </div>
  );
}
