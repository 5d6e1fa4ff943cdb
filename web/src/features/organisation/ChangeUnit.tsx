import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { pathOf, post } from '../../api/client.ts';
import type { Unit, UnitEffect } from '../../api/organisation.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { ProposalNotice } from '../../components/ProposalNotice.tsx';

type Kind = 'rename' | 'move' | 'merge' | 'close';

interface Draft {
  kind: Kind;
  from: string;
  name?: string;
  other?: string;
  reason?: string;
}

/** A change of the tree from a day on. It is looked at before it is proposed: units, people, and who would see more or less. */
export function ChangeUnit({ unit, units, onClose }: { unit: Unit; units: readonly Unit[]; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Draft>();
  const kind = Form.useWatch('kind', form) ?? 'move';
  const [looked, setLooked] = useState<UnitEffect | null>(null);
  const run = (draft: Draft, preview: boolean) =>
    post<UnitEffect>(pathOf('organisation', 'units', unit.code, 'changes'), {
      from: draft.from,
      ...(draft.kind === 'rename' ? { name: draft.name } : {}),
      ...(draft.kind === 'move' ? { parent: draft.other } : {}),
      ...(draft.kind === 'merge' ? { mergeInto: draft.other } : {}),
      close: draft.kind === 'close',
      preview,
      ...(draft.reason === undefined ? {} : { reason: draft.reason }),
    });
  const preview = useMutation({ mutationFn: (draft: Draft) => run(draft, true), onSuccess: setLooked });
  const propose = useMutation({ mutationFn: (draft: Draft) => run(draft, false), onSuccess: () => client.invalidateQueries({ queryKey: ['organisation'] }) });
  const done = propose.isSuccess;
  return (
    <Modal
      open
      width={520}
      title={t('organisation.change.title', { name: unit.name })}
      okText={done ? t('action.close') : looked === null ? t('list.preview') : t(`organisation.${kind}.ok`)}
      cancelText={t('action.cancel')}
      cancelButtonProps={{ hidden: done }}
      confirmLoading={preview.isPending || propose.isPending}
      onOk={() => (done ? onClose() : form.submit())}
      onCancel={onClose}
    >
      {done ? (
        <ProposalNotice made={propose.data.proposal ?? undefined} />
      ) : (
        <Form<Draft>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ kind: 'move', name: unit.name }}
          onValuesChange={() => setLooked(null)}
          onFinish={(draft) => (looked === null ? preview.mutate(draft) : propose.mutate(draft))}
        >
          <Form.Item name="kind" label={t('organisation.change.what')}>
            <Radio.Group options={(['rename', 'move', 'merge', 'close'] as const).map((each) => ({ value: each, label: t(`organisation.${each}`) }))} />
          </Form.Item>
          {kind === 'rename' && <Form.Item name="name" label={t('organisation.name')} rules={[{ required: true, message: t('field.missing') }]}><Input maxLength={60} /></Form.Item>}
          {(kind === 'move' || kind === 'merge') && (
            <Form.Item name="other" label={t(kind === 'move' ? 'organisation.move.to' : 'organisation.merge.into')} rules={[{ required: true, message: t('field.missing') }]}>
              <Select showSearch={{ optionFilterProp: 'label' }} options={units.filter((each) => each.code !== unit.code).map((each) => ({ value: each.code, label: `${each.name} ${each.code}` }))} />
            </Form.Item>
          )}
          <Form.Item name="from" label={t('organisation.from')} rules={[{ required: true, message: t('field.missing') }]}><Input type="date" /></Form.Item>
          <Form.Item name="reason" label={t('field.reason')}><Input maxLength={200} /></Form.Item>
          {looked !== null && <Effect effect={looked} />}
        </Form>
      )}
      {(preview.error ?? propose.error) !== null && <Problem error={preview.error ?? propose.error ?? new Error('unknown')} />}
    </Modal>
  );
}

function Effect({ effect }: { effect: UnitEffect }) {
  const { t } = useTranslation();
  return (
    <div className="effect" role="status">
      <p>{t('organisation.effect', { units: effect.units, people: effect.people })}</p>
      <p>{effect.gains.length === 0 ? t('organisation.gains.none') : t('organisation.gains', { names: effect.gains.join(t('list.separator')) })}</p>
      <p>{effect.losses.length === 0 ? t('organisation.losses.none') : t('organisation.losses', { names: effect.losses.join(t('list.separator')) })}</p>
    </div>
  );
}
