import { Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Span } from '../../api/calendar.ts';
import { useTranslation } from '../../app/translation.ts';

const spans: readonly Span[] = ['one', 'following', 'all'];

/** Of a series: only this one, this and what follows, or all of them? */
export function SpanDialog({ verb, onChoose, onCancel }: { verb: 'move' | 'save' | 'remove'; onChoose: (span: Span) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const [span, setSpan] = useState<Span>('one');
  const title = { move: t('calendar.span.move'), save: t('calendar.span.save'), remove: t('calendar.span.remove') }[verb];
  const ok = { move: t('calendar.move'), save: t('calendar.save'), remove: t('calendar.remove') }[verb];
  return (
    <Modal open width={360} title={title} okText={ok} cancelText={t('action.cancel')} onOk={() => onChoose(span)} onCancel={onCancel}>
      <Radio.Group vertical value={span} onChange={(change) => setSpan(change.target.value as Span)} options={spans.map((each) => ({ value: each, label: t(`calendar.span.${each}`) }))} />
    </Modal>
  );
}
