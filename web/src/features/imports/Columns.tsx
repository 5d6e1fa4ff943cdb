import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { checkImport, kindsQuery, type Import, type ImportOptions, type Mapping } from '../../api/imports.ts';
import { segmentsQuery, tagsQuery } from '../../api/segments.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { formatCount } from '../../format/figures.ts';

/** Which column is which field: guessed, shown with what is in it, corrected by hand. */
export function Columns({ of, onChecked }: { of: Import; onChecked: (next: Import) => void }) {
  const { t, i18n } = useTranslation();
  const [mapping, setMapping] = useState<Mapping>(of.mapping);
  const [options, setOptions] = useState<ImportOptions>(of.options);
  const kinds = useQuery(kindsQuery);
  const check = useMutation({ mutationFn: () => checkImport(of.id, mapping, options), onSuccess: onChecked });
  const fields = kinds.data?.find((each) => each.name === of.kind)?.fields ?? [];
  const set = (field: string, place: number | undefined) => setMapping(Object.fromEntries([...Object.entries(mapping).filter(([name]) => name !== field), ...(place === undefined ? [] : [[field, place] as const])]));
  return (
    <section className="import-card">
      <p className="quiet">{t('imports.columns.help')}</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('imports.step.columns')}>
        <table className="plain-table import-columns">
          <thead><tr><th scope="col">{t('imports.columns.field')}</th><th scope="col">{t('imports.columns.column')}</th><th scope="col">{t('imports.columns.sample')}</th></tr></thead>
          <tbody>
            {fields.map((field) => {
              const place = mapping[field.name];
              const name = t(`imports.field.${field.name as 'name'}`);
              return (
                <tr key={field.name} data-field={field.name}>
                  <td>{name}{field.needed && <span className="import-needed"> {t('imports.columns.needed')}</span>}</td>
                  <td>
                    <Select
                      size="small"
                      className="import-column"
                      aria-label={name}
                      allowClear
                      showSearch={{ optionFilterProp: 'label' }}
                      popupMatchSelectWidth={false}
                      placeholder={t('imports.columns.none')}
                      options={of.heads.map((head, index) => ({ value: index, label: head === '' ? `${index + 1}` : head }))}
                      onChange={(next: number | undefined) => set(field.name, next)}
                      {...(place === undefined ? {} : { value: place })}
                    />
                  </td>
                  <td className="quiet">{place === undefined ? '' : of.sample.map((cells) => cells[place] ?? '').filter((cell) => cell !== '').join(' / ')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {of.kind === 'registers' && <RegisterOptions options={options} onChange={setOptions} />}
      {check.error !== null && <Problem error={check.error} />}
      <div className="import-acts">
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate()}>{t('imports.check', { count: of.lines, lines: formatCount(of.lines, i18n.language) })}</Button>
      </div>
    </section>
  );
}

/** What whoever is found in a register gets, and what becomes of the others. */
function RegisterOptions({ options, onChange }: { options: ImportOptions; onChange: (next: ImportOptions) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const tags = useQuery(tagsQuery);
  const segments = useQuery(segmentsQuery);
  const chosen = (value: string | null | undefined) => (value === null || value === undefined ? {} : { value });
  return (
    <div className="form-two import-options">
      {may('customers.tag') && (
        <div className="dialog-field">
          <span>{t('imports.options.tag')}</span>
          <Select aria-label={t('imports.options.tag')} allowClear showSearch={{ optionFilterProp: 'label' }} {...chosen(options.tag)}
            options={(tags.data ?? []).map((tag) => ({ value: tag.id, label: `${tag.name} · ${tag.entityName}` }))}
            onChange={(tag: string | undefined) => onChange({ ...options, tag: tag ?? null })} />
        </div>
      )}
      {may('segments.edit') && (
        <div className="dialog-field">
          <span>{t('imports.options.segment')}</span>
          <Select aria-label={t('imports.options.segment')} allowClear showSearch={{ optionFilterProp: 'label' }} {...chosen(options.segment)}
            options={(segments.data ?? []).filter((each) => each.mine && each.kind === 'static').map((each) => ({ value: each.id, label: each.name }))}
            onChange={(segment: string | undefined) => onChange({ ...options, segment: segment ?? null })} />
        </div>
      )}
      {may('prospects.edit') && <Checkbox checked={options.prospects ?? false} onChange={(event) => onChange({ ...options, prospects: event.target.checked })}>{t('imports.options.prospects')}</Checkbox>}
    </div>
  );
}
