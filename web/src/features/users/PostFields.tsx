import { Form, Input, Select } from 'antd';
import type { Role } from '../../api/people.ts';
import { useTranslation } from '../../app/translation.ts';
import { UnitSelect } from '../../components/UnitSelect.tsx';
import { useNames } from '../../components/useNames.ts';

export interface PostDraft {
  role: string;
  unit: string;
  from: string;
  to?: string;
}

/** A post: a role in a unit, from a day on and perhaps to one. */
export function PostFields({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const required = [{ required: true, message: t('field.missing') }];
  return (
    <div className="form-two">
      <Form.Item name="role" label={t('users.role')} rules={required}>
        <Select options={roles.map((role) => ({ value: role.id, label: names.both(role.name) }))} />
      </Form.Item>
      <Form.Item name="unit" label={t('field.unit')} rules={required}><UnitField label={t('field.unit')} /></Form.Item>
      <Form.Item name="from" label={t('users.from')} rules={required}><Input type="date" /></Form.Item>
      <Form.Item name="to" label={t('users.to')}><Input type="date" /></Form.Item>
    </div>
  );
}

/** A form hands value and change over by itself. */
function UnitField({ id, label, value = '', onChange = () => undefined }: { id?: string; label: string; value?: string; onChange?: (code: string) => void }) {
  return <UnitSelect label={label} value={value} onChange={onChange} {...(id === undefined ? {} : { id })} />;
}
