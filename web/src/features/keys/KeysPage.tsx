import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { pathOf, post, remove } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { keysQuery, type ApiKey } from '../../api/trust.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { Secret } from '../../components/Secret.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import { formatDate } from '../../format/time.ts';

/** Keys for programs: what each may do, until when, and when it was last used. */
export function KeysPage() {
  const { t } = useTranslation();
  useTitle(t('nav.keys'));
  const client = useQueryClient();
  const keys = useQuery(keysQuery);
  const [adding, setAdding] = useState(false);
  const revoke = useMutation({ mutationFn: (id: string) => remove(pathOf('keys', id)), onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }) });
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.keys')}</h1>
        <span className="record-actions"><Button type="primary" onClick={() => setAdding(true)}>{t('keys.new')}</Button></span>
      </div>
      {revoke.error !== null && <Problem error={revoke.error} />}
      {keys.isError ? (
        <Problem error={keys.error} onRetry={() => void keys.refetch()} />
      ) : keys.data === undefined ? (
        <PageSkeleton />
      ) : keys.data.length === 0 ? (
        <Nothing title={t('keys.none')} help={t('keys.none.help')} />
      ) : (
        <Rows keys={keys.data} onRevoke={(id) => revoke.mutate(id)} />
      )}
      {adding && <NewKey onClose={() => setAdding(false)} />}
    </div>
  );
}

function Rows({ keys, onRevoke }: { keys: readonly ApiKey[]; onRevoke: (id: string) => void }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead><tr><th scope="col">{t('keys.name')}</th><th scope="col">{t('keys.permissions')}</th><th scope="col">{t('keys.expires')}</th><th scope="col">{t('keys.used')}</th><th scope="col">{t('keys.by')}</th><th scope="col">{t('field.actions')}</th></tr></thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <td>{key.name}</td>
              <td>{names.list(key.permissions.map(names.permission))}</td>
              <td className="figures">{formatDate(key.expiresAt)}</td>
              <td><When at={key.usedAt ?? null} /></td>
              <td>{key.createdBy}</td>
              <td>
                {key.revokedAt !== null && key.revokedAt !== undefined ? (
                  <span className="quiet">{t('keys.revoked')}</span>
                ) : (
                  <Popconfirm title={t('keys.revoke.title', { name: key.name })} okText={t('keys.revoke')} cancelText={t('action.cancel')} onConfirm={() => onRevoke(key.id)}>
                    <Button size="small">{t('keys.revoke')}</Button>
                  </Popconfirm>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Draft {
  name: string;
  permissions: string[];
  days: number;
}

function NewKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  const [form] = Form.useForm<Draft>();
  const add = useMutation({ mutationFn: (draft: Draft) => post<{ key: string }>('/api/keys', draft), onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }) });
  const required = [{ required: true, message: t('field.missing') }];
  return (
    <Modal
      open
      title={t('keys.new')}
      okText={t(add.isSuccess ? 'action.close' : 'keys.make')}
      cancelText={t('action.cancel')}
      cancelButtonProps={{ hidden: add.isSuccess }}
      confirmLoading={add.isPending}
      onOk={() => (add.isSuccess ? onClose() : form.submit())}
      onCancel={onClose}
    >
      {add.isSuccess ? (
        <Secret value={add.data.key} help={t('keys.once')} />
      ) : (
        <Form<Draft> form={form} layout="vertical" requiredMark={false} initialValues={{ days: 90 }} onFinish={(draft) => add.mutate(draft)}>
          <Form.Item name="name" label={t('keys.name')} rules={required}><Input maxLength={60} autoFocus /></Form.Item>
          <Form.Item name="permissions" label={t('keys.permissions')} rules={required} extra={t('keys.permissions.help')}>
            <Select mode="multiple" options={(session.data?.permissions ?? []).map((each) => ({ value: each, label: names.permission(each) }))} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          <Form.Item name="days" label={t('keys.days')} rules={required}><InputNumber min={1} max={366} /></Form.Item>
        </Form>
      )}
      {add.error !== null && <Problem error={add.error} />}
    </Modal>
  );
}
