import { Alert } from 'antd';
import { Link } from 'react-router';
import { useTranslation } from '../app/translation.ts';

/** What the server answers where four eyes are needed. */
export interface ProposalMade {
  proposal?: number | string | null;
  /** It needed nobody else, and holds. */
  applied?: boolean;
}

/** Said in place of "saved", since nothing holds before somebody else agreed. */
export function ProposalNotice({ made }: { made: ProposalMade | undefined }) {
  const { t } = useTranslation();
  if (made?.proposal === null || made?.proposal === undefined) return null;
  if (made.applied === true) return <Alert type="success" showIcon title={t('proposal.applied')} className="proposal-notice" />;
  return (
    <Alert
      type="info"
      showIcon
      className="proposal-notice"
      title={t('proposal.made', { id: made.proposal })}
      description={<>{t('proposal.made.help')} <Link to="/admin/approvals">{t('nav.approvals')}</Link></>}
    />
  );
}
