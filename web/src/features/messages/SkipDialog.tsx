import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { post } from '../../api/client.ts';
import type { DeliveryRow } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';

interface Props {
  row: DeliveryRow | null;
  path: (row: DeliveryRow) => string;
  onClose: () => void;
  onSkipped: () => void;
}

/** Skipping leaves a system with an old state until the customer changes again: it says so, and asks why. */
export function SkipDialog({ row, path, onClose, onSkipped }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const skip = useMutation({
    mutationFn: ({ reason }: { reason: string }) => post<void>(`${path(row as DeliveryRow)}/skip`, { reason: reason.trim() }),
    onSuccess: () => {
      onSkipped();
      onClose();
    },
  });
  return (
    <Modal
      open={row !== null}
      title={t('dead.skip.title', { system: row?.system, key: row?.key })}
      okText={t('dead.skip.ok', { system: row?.system, key: row?.key })}
      okButtonProps={{ danger: true }}
      confirmLoading={skip.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterClose={() => skip.reset()}
      destroyOnHidden
    >
      <p>{t('dead.skip.help', { system: row?.system })}</p>
      <Form form={form} className="skip-form" layout="vertical" requiredMark={false} preserve={false} onFinish={(values) => skip.mutate(values)}>
        <Form.Item name="reason" label={t('dead.skip.reason')} rules={[{ required: true, whitespace: true, message: t('dead.skip.reason.missing') }]}>
          <Input.TextArea autoFocus rows={3} maxLength={200} showCount />
        </Form.Item>
      </Form>
      {skip.error !== null && <Problem error={skip.error} />}
    </Modal>
  );
}
