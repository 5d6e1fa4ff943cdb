import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { post } from '../../api/client.ts';
import type { Unit, UnitKind } from '../../api/organisation.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';

interface Draft {
  code: string;
  name: string;
  kind: UnitKind;
  parent: string;
  from: string;
}

export function NewUnit({ units, parent, onClose }: { units: readonly Unit[]; parent: string; onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const [form] = Form.useForm<Draft>();
  const add = useMutation({
    mutationFn: (draft: Draft) => post<void>('/api/organisation/units', draft),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['organisation'] });
      onClose();
    },
  });
  const required = [{ required: true, message: t('field.missing') }];
  return (
    <Modal open title={t('organisation.add')} okText={t('organisation.add')} cancelText={t('action.cancel')} confirmLoading={add.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form<Draft> form={form} layout="vertical" requiredMark={false} initialValues={{ parent, kind: 'outlet' }} onFinish={(draft) => add.mutate(draft)}>
        <Form.Item name="parent" label={t('organisation.parent')} rules={required}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={units.map((each) => ({ value: each.code, label: `${each.name} ${each.code}` }))} />
        </Form.Item>
        <Form.Item name="kind" label={t('field.kind')}><Select options={(['entity', 'branch', 'outlet'] as const).map((each) => ({ value: each, label: names.unitKind(each) }))} /></Form.Item>
        <Form.Item name="code" label={t('organisation.code')} rules={required} extra={t('organisation.code.help')}><Input maxLength={10} inputMode="numeric" /></Form.Item>
        <Form.Item name="name" label={t('organisation.name')} rules={required}><Input maxLength={60} /></Form.Item>
        <Form.Item name="from" label={t('organisation.from')} rules={required}><Input type="date" /></Form.Item>
      </Form>
      {add.error !== null && <Problem error={add.error} />}
    </Modal>
  );
}
