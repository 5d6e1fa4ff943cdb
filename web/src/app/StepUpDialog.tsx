import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { post } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';
import { Problem } from '../components/Problem.tsx';
import { useTranslation } from './translation.ts';

interface Proof {
  password?: string;
  code?: string;
}

/** Asks once more who one is before an act that matters: by the code where a second factor is set up, by the password otherwise. */
export function StepUpDialog({ onDone }: { onDone: (given: boolean) => void }) {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  const totp = session.data?.totp === true;
  const [form] = Form.useForm<Proof>();
  const proof = useMutation({
    mutationFn: (given: Proof) => post<void>('/api/session/step-up', given),
    onSuccess: () => onDone(true),
    onError: () => form.resetFields(),
  });
  return (
    <Modal
      open
      width={400}
      title={t('stepUp.title')}
      okText={t('stepUp.ok')}
      cancelText={t('action.cancel')}
      confirmLoading={proof.isPending}
      onOk={() => form.submit()}
      onCancel={() => onDone(false)}
    >
      <p className="dialog-text">{t('stepUp.help')}</p>
      <Form<Proof> form={form} layout="vertical" requiredMark={false} onFinish={(given) => proof.mutate(given)}>
        {totp ? (
          <Form.Item name="code" label={t('signIn.code')} rules={[{ required: true, message: t('signIn.code.missing') }]}>
            <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={20} />
          </Form.Item>
        ) : (
          <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('signIn.password.missing') }]}>
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
        )}
      </Form>
      {proof.error !== null && <Problem error={proof.error} />}
    </Modal>
  );
}
