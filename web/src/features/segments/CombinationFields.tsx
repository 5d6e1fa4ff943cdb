import { Select } from 'antd';
import type { Combination, Segment } from '../../api/segments.ts';
import { useTranslation } from '../../app/translation.ts';

interface Props {
  of: Combination;
  segments: readonly Segment[];
  onChange: (of: Combination) => void;
}

/** What is put together, and how; of a difference the first one is what the others are taken from. */
export function CombinationFields({ of, segments, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="segment-combination">
      <Select
        aria-label={t('segments.how')}
        value={of.how}
        onChange={(how) => onChange({ ...of, how })}
        options={(['union', 'intersection', 'difference'] as const).map((how) => ({ value: how, label: t(`segments.how.${how}`) }))}
      />
      <Select
        mode="multiple"
        aria-label={t('segments.of')}
        placeholder={t('segments.of')}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...of.of]}
        onChange={(ids: string[]) => onChange({ ...of, of: ids })}
        options={segments.map((segment) => ({ value: segment.id, label: segment.name }))}
      />
      <p className="quiet">{t(`segments.how.${of.how as 'union'}.help`)}</p>
    </div>
  );
}
