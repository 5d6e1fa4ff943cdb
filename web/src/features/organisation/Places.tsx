import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { post } from '../../api/client.ts';
import { placesQuery, type OrganisationPlace } from '../../api/organisation.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { Problem } from '../../components/Problem.tsx';
import { UnitName } from '../../components/UnitName.tsx';
import { useNames } from '../../components/useNames.ts';

/** Villages, towns and grids that a unit looks after. */
export function Places({ unit, mayEdit }: { unit: string; mayEdit: boolean }) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const places = useQuery(placesQuery(unit));
  const [form] = Form.useForm<Omit<OrganisationPlace, 'unit'>>();
  const add = useMutation({
    mutationFn: (place: Omit<OrganisationPlace, 'unit'>) => post<void>('/api/organisation/places', { ...place, unit }),
    onSuccess: async () => {
      form.resetFields();
      await client.invalidateQueries({ queryKey: placesQuery(unit).queryKey });
    },
  });
  if (places.isError) return <Problem error={places.error} onRetry={() => void places.refetch()} />;
  const required = [{ required: true, message: t('field.missing') }];
  return (
    <>
      {places.data?.length === 0 && <Nothing title={t('organisation.places.none')} help={t('organisation.places.none.help')} />}
      {places.data !== undefined && places.data.length > 0 && (
        <table className="plain-table">
          <thead><tr><th scope="col">{t('organisation.code')}</th><th scope="col">{t('organisation.name')}</th><th scope="col">{t('field.kind')}</th><th scope="col">{t('field.unit')}</th></tr></thead>
          <tbody>
            {places.data.map((place) => (
              <tr key={place.code}><td className="mono">{place.code}</td><td>{place.name}</td><td>{names.placeKind(place.kind)}</td><td><UnitName code={place.unit} /></td></tr>
            ))}
          </tbody>
        </table>
      )}
      {mayEdit && (
        <Form form={form} layout="inline" className="inline-form" initialValues={{ kind: 'village' }} onFinish={(place) => add.mutate(place)}>
          <Form.Item name="kind"><Select aria-label={t('field.kind')} options={(['village', 'town', 'grid'] as const).map((each) => ({ value: each, label: names.placeKind(each) }))} /></Form.Item>
          <Form.Item name="code" rules={required}><Input aria-label={t('organisation.code')} placeholder={t('organisation.code')} maxLength={20} /></Form.Item>
          <Form.Item name="name" rules={required}><Input aria-label={t('organisation.name')} placeholder={t('organisation.name')} maxLength={60} /></Form.Item>
          <Button htmlType="submit" loading={add.isPending}>{t('organisation.places.add')}</Button>
        </Form>
      )}
      {add.error !== null && <Problem error={add.error} />}
    </>
  );
}
