import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { put } from '../../api/client.ts';
import { parametersQuery, type Parameter } from '../../api/organisation.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';

/** The settings that hold for a unit: its own, or those from above. */
export function Parameters({ unit, mayEdit }: { unit: string; mayEdit: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const parameters = useQuery(parametersQuery(unit));
  const set = useMutation({
    mutationFn: (setting: { name: string; value: string | null }) => put<void>('/api/organisation/parameters', { unit, ...setting }),
    onSuccess: () => client.invalidateQueries({ queryKey: parametersQuery(unit).queryKey }),
  });
  if (parameters.isError) return <Problem error={parameters.error} onRetry={() => void parameters.refetch()} />;
  return (
    <>
      <table className="plain-table">
        <thead><tr><th scope="col">{t('organisation.parameter')}</th><th scope="col">{t('organisation.value')}</th><th scope="col">{t('organisation.origin')}</th>{mayEdit && <th scope="col">{t('field.actions')}</th>}</tr></thead>
        <tbody>
          {(parameters.data ?? []).map((parameter) => (
            <Row key={`${parameter.name} ${parameter.value}`} parameter={parameter} mayEdit={mayEdit} busy={set.isPending} onSet={(value) => set.mutate({ name: parameter.name, value })} />
          ))}
        </tbody>
      </table>
      {set.error !== null && <Problem error={set.error} />}
    </>
  );
}

function Row({ parameter, mayEdit, busy, onSet }: { parameter: Parameter; mayEdit: boolean; busy: boolean; onSet: (value: string | null) => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const [value, setValue] = useState(parameter.value ?? '');
  const label = names.parameter(parameter.name);
  return (
    <tr>
      <td>{label}</td>
      <td>
        {!mayEdit ? (
          parameter.options ? names.option(parameter.value ?? '') : <span className="figures">{parameter.value}</span>
        ) : parameter.options ? (
          <Select aria-label={label} className="parameter-value" value={value} onChange={setValue} options={parameter.options.map((each) => ({ value: each, label: names.option(each) }))} />
        ) : (
          <Input aria-label={label} className="parameter-value" inputMode="numeric" value={value} onChange={(event) => setValue(event.target.value)} />
        )}
      </td>
      <td>{t(parameter.own ? 'organisation.own' : 'organisation.inherited')}</td>
      {mayEdit && (
        <td className="row-actions">
          <Button size="small" disabled={busy || value === parameter.value} onClick={() => onSet(value)}>{t('action.save')}</Button>
          {parameter.own && <Button size="small" disabled={busy} onClick={() => onSet(null)}>{t('organisation.reset')}</Button>}
        </td>
      )}
    </tr>
  );
}
