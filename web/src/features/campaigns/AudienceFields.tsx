import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { CampaignPlan } from '../../api/campaigns.ts';
import { segmentsQuery } from '../../api/segments.ts';
import { useTranslation } from '../../app/translation.ts';

type Audience = CampaignPlan['audience'];

/** Whose customers: of one segment or of several together, without those of others. */
export function AudienceFields({ audience, editable, onChange }: { audience: Audience; editable: boolean; onChange: (audience: Audience) => void }) {
  const { t } = useTranslation();
  const segments = (useQuery(segmentsQuery).data ?? []).map((segment) => ({ value: segment.id, label: segment.name }));
  const several = (label: string, ids: readonly string[], set: (ids: string[]) => void) => (
    <label className="plan-field plan-wide">{label}<Select size="small" mode="multiple" aria-label={label} showSearch={{ optionFilterProp: 'label' }} disabled={!editable} value={[...ids]} options={segments} onChange={set} /></label>
  );
  return (
    <>
      {several(t('campaigns.segments'), audience.segments, (ids) => onChange({ ...audience, segments: ids, how: ids.length < 2 ? 'union' : audience.how }))}
      {audience.segments.length > 1 && (
        <label className="plan-field">{t('segments.how')}<Select size="small" disabled={!editable} value={audience.how} options={(['union', 'intersection', 'difference'] as const).map((how) => ({ value: how, label: t(`segments.how.${how}`) }))} onChange={(how) => onChange({ ...audience, how })} /></label>
      )}
      {several(t('campaigns.excluded'), audience.excluded, (excluded) => onChange({ ...audience, excluded }))}
    </>
  );
}
