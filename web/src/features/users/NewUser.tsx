import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { post } from '../../api/client.ts';
import { rolesQuery } from '../../api/people.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { ProposalNotice, type ProposalMade } from '../../components/ProposalNotice.tsx';
import { Secret } from '../../components/Secret.tsx';
import { PostFields, type PostDraft } from './PostFields.tsx';

interface Draft extends PostDraft {
  userName: string;
  name: string;
  mobile?: string;
  email?: string;
}

/** A user with a first post. The one-time password is in the answer, once. */
export function NewUser({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const roles = useQuery(rolesQuery);
  const [form] = Form.useForm<Draft>();
  const add = useMutation({
    mutationFn: ({ userName, name, mobile, email, role, unit, from, to }: Draft) =>
      post<{ oneTimePassword: string; proposals?: readonly ProposalMade[] }>('/api/users', {
        userName, name, mobile, email, posts: [{ role, unit, from, ...(to === undefined || to === '' ? {} : { to }) }],
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['list', 'users'] }),
  });
  const required = [{ required: true, message: t('field.missing') }];
  return (
    <Modal
      open
      width={560}
      title={t('users.new')}
      okText={t(add.isSuccess ? 'action.close' : 'users.new.ok')}
      cancelText={t('action.cancel')}
      cancelButtonProps={{ hidden: add.isSuccess }}
      confirmLoading={add.isPending}
      onOk={() => (add.isSuccess ? onClose() : form.submit())}
      onCancel={onClose}
    >
      {add.isSuccess ? (
        <>
          <Secret value={add.data.oneTimePassword} help={t('users.oneTime.help')} />
          {(add.data.proposals ?? []).map((made) => <ProposalNotice key={String(made.proposal)} made={made} />)}
        </>
      ) : (
        <Form<Draft> form={form} layout="vertical" requiredMark={false} onFinish={(draft) => add.mutate(draft)}>
          <div className="form-two">
            <Form.Item name="name" label={t('users.name')} rules={required}><Input maxLength={60} autoFocus /></Form.Item>
            <Form.Item name="userName" label={t('signIn.userName')} rules={required}><Input maxLength={40} autoCapitalize="none" spellCheck={false} /></Form.Item>
            <Form.Item name="mobile" label={t('attribute.mobile')}><Input type="tel" maxLength={20} /></Form.Item>
            <Form.Item name="email" label={t('attribute.email')}><Input type="email" maxLength={100} /></Form.Item>
          </div>
          <PostFields roles={roles.data ?? []} />
        </Form>
      )}
      {add.error !== null && <Problem error={add.error} />}
    </Modal>
  );
}
