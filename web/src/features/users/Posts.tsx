import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { pathOf, post, remove } from '../../api/client.ts';
import { rolesQuery, userQuery, type User } from '../../api/people.ts';
import { useTranslation } from '../../app/translation.ts';
import { PersonSelect } from '../../components/PersonSelect.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ProposalNotice, type ProposalMade } from '../../components/ProposalNotice.tsx';
import { useNames } from '../../components/useNames.ts';
import { PostFields, type PostDraft } from './PostFields.tsx';

interface CoverDraft {
  deputy: string;
  from: string;
  to: string;
  reason: string;
}

/** The posts of a user, and who stands in when. What changes them is proposed, not done. */
export function Posts({ user, mayEdit }: { user: User; mayEdit: boolean }) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const [open, setOpen] = useState<'post' | 'cover' | null>(null);
  const change = useMutation({
    mutationFn: (act: () => Promise<ProposalMade>) => act(),
    onSuccess: () => {
      setOpen(null);
      return client.invalidateQueries({ queryKey: userQuery(user.userName).queryKey });
    },
  });
  return (
    <div className="posts">
      <ProposalNotice made={change.data} />
      {change.error !== null && open === null && <Problem error={change.error} />}
      <table className="plain-table">
        <thead><tr><th scope="col">{t('users.role')}</th><th scope="col">{t('field.unit')}</th><th scope="col">{t('users.from')}</th><th scope="col">{t('users.to')}</th>{mayEdit && <th scope="col">{t('field.actions')}</th>}</tr></thead>
        <tbody>
          {user.posts.map((each) => (
            <tr key={each.id}>
              <td>{each.roleName === undefined ? names.role(each.role) : names.both(each.roleName)}</td>
              <td>{each.unitName} <span className="mono quiet">{each.unit}</span></td>
              <td className="figures">{each.from}</td>
              <td className="figures">{each.to ?? '–'}</td>
              {mayEdit && <td><Button size="small" disabled={change.isPending} onClick={() => change.mutate(() => remove<ProposalMade>(pathOf('users', user.userName, 'posts', String(each.id))))}>{t('users.endPost')}</Button></td>}
            </tr>
          ))}
        </tbody>
      </table>
      {(user.covers ?? []).length > 0 && (
        <>
          <h2>{t('users.covers')}</h2>
          <ul className="covers">
            {(user.covers ?? []).map((cover) => <li key={cover.id}>{t('users.coverLine', { deputy: cover.deputy, from: cover.from, to: cover.to, reason: cover.reason })}</li>)}
          </ul>
        </>
      )}
      {mayEdit && (
        <div className="row-actions">
          <Button onClick={() => setOpen('post')}>{t('users.addPost')}</Button>
          <Button onClick={() => setOpen('cover')}>{t('users.cover')}</Button>
        </div>
      )}
      {open === 'post' && (
        <PostDialog busy={change.isPending} error={change.error} onClose={() => setOpen(null)} onSave={(draft) => change.mutate(() => post<ProposalMade>(pathOf('users', user.userName, 'posts'), draft))} />
      )}
      {open === 'cover' && (
        <CoverDialog busy={change.isPending} error={change.error} onClose={() => setOpen(null)} onSave={(draft) => change.mutate(() => post<ProposalMade>(pathOf('users', user.userName, 'cover'), draft))} />
      )}
    </div>
  );
}

interface DialogProps<Draft> {
  busy: boolean;
  error: Error | null;
  onSave: (draft: Draft) => void;
  onClose: () => void;
}

function PostDialog({ busy, error, onSave, onClose }: DialogProps<PostDraft>) {
  const { t } = useTranslation();
  const roles = useQuery(rolesQuery);
  const [form] = Form.useForm<PostDraft>();
  return (
    <Modal open title={t('users.addPost')} okText={t('proposal.send')} cancelText={t('action.cancel')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={onSave}><PostFields roles={roles.data ?? []} /></Form>
      {error !== null && <Problem error={error} />}
    </Modal>
  );
}

function CoverDialog({ busy, error, onSave, onClose }: DialogProps<CoverDraft>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CoverDraft>();
  const required = [{ required: true, message: t('field.missing') }];
  return (
    <Modal open title={t('users.cover')} okText={t('proposal.send')} cancelText={t('action.cancel')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <p className="dialog-text">{t('users.cover.help')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={onSave}>
        <Form.Item name="deputy" label={t('users.deputy')} rules={required}><DeputyField label={t('users.deputy')} /></Form.Item>
        <div className="form-two">
          <Form.Item name="from" label={t('users.from')} rules={required}><Input type="date" /></Form.Item>
          <Form.Item name="to" label={t('users.to')} rules={required}><Input type="date" /></Form.Item>
        </div>
        <Form.Item name="reason" label={t('field.reason')} rules={required}><Input maxLength={200} /></Form.Item>
      </Form>
      {error !== null && <Problem error={error} />}
    </Modal>
  );
}

/** A form hands value and change over by itself. */
function DeputyField({ id, label, value = '', onChange = () => undefined }: { id?: string; label: string; value?: string; onChange?: (userName: string) => void }) {
  return <PersonSelect label={label} value={value} onChange={onChange} {...(id === undefined ? {} : { id })} />;
}
