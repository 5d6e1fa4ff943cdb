import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { post } from '../../api/client.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { passwordFault, shortestPassword } from '../sign-in/password.ts';

interface Draft {
  current: string;
  password: string;
  again: string;
}

export function Password() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const change = useMutation({
    mutationFn: ({ current, password }: Draft) => post<void>('/api/me/password', { current, password }),
    onSuccess: () => form.resetFields(),
  });
  const check = (field: string, faults: readonly string[]) => () => {
    const { current = '', password = '', again = '' } = form.getFieldsValue();
    const fault = passwordFault(current, password, again);
    return fault !== null && faults.includes(fault) ? Promise.reject(new Error(t(`password.${fault}`, { count: shortestPassword }))) : Promise.resolve(field);
  };
  return (
    <section className="profile-part">
      <h2>{t('password.change')}</h2>
      <Form<Draft> form={form} layout="vertical" requiredMark={false} className="profile-form" onFinish={(draft) => change.mutate(draft)}>
        <Form.Item name="current" label={t('password.current')} rules={[{ validator: check('current', ['missing']) }]}><Input.Password autoComplete="current-password" /></Form.Item>
        <Form.Item name="password" label={t('password.new')} extra={t('password.help', { count: shortestPassword })} rules={[{ validator: check('password', ['short', 'same']) }]}><Input.Password autoComplete="new-password" /></Form.Item>
        <Form.Item name="again" label={t('password.again')} rules={[{ validator: check('again', ['differs']) }]}><Input.Password autoComplete="new-password" /></Form.Item>
        {change.error !== null && <Problem error={change.error} />}
        {change.isSuccess && <p role="status" className="dialog-text">{t('password.changed')}</p>}
        <Button htmlType="submit" loading={change.isPending}>{t('password.change')}</Button>
      </Form>
    </section>
  );
}
