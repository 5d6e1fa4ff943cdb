import { Tag } from 'antd';
import { useTranslation } from '../../app/translation.ts';

/** R1 to R5 with what it means: who reads only the letter does not know which end is which. */
export function RiskTag({ risk }: { risk: string }) {
  const { t } = useTranslation();
  return risk === '' ? <span className="quiet">–</span> : <Tag title={t(`risk.${risk as 'R1'}`)}>{risk} {t(`risk.${risk as 'R1'}`)}</Tag>;
}
