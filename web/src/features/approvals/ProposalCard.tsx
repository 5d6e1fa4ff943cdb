import { Button, Tag } from 'antd';
import type { Proposal } from '../../api/trust.ts';
import { useTranslation } from '../../app/translation.ts';
import { Diff } from '../../components/Diff.tsx';
import { UnitName } from '../../components/UnitName.tsx';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';

const colours: Readonly<Record<string, string>> = { approved: 'success', rejected: 'error', open: 'warning' };

interface Props {
  proposal: Proposal;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  onWithdraw: () => void;
}

export function ProposalCard({ proposal, chosen, onChoose, onWithdraw }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const title = `${names.proposalKind(proposal.kind)} ${proposal.subject}`;
  return (
    <li className="proposal" data-chosen={chosen}>
      <header>
        {proposal.mayDecide && <input type="checkbox" aria-label={t('list.select', { name: title })} checked={chosen} onChange={(event) => onChoose(event.target.checked)} />}
        <strong>{title}</strong>
        <span className="mono quiet">#{proposal.id}</span>
        <Tag color={colours[proposal.state] ?? 'default'} variant="filled">{names.proposalState(proposal.state)}</Tag>
        <span className="proposal-when">
          {proposal.maker} · <When at={proposal.createdAt} />
          {proposal.unit !== '' && <> · <UnitName code={proposal.unit} /></>}
        </span>
      </header>
      {proposal.reason !== '' && <p>{t('approvals.reason', { reason: proposal.reason })}</p>}
      <Diff before={proposal.before} after={proposal.after} />
      {proposal.checker !== null && proposal.checker !== undefined && (
        <p className="quiet">
          {t('approvals.decided', { checker: proposal.checker, note: proposal.note })} <When at={proposal.decidedAt ?? null} />
        </p>
      )}
      {proposal.mine && proposal.state === 'open' && (
        <footer><span className="quiet">{t('approvals.mine')}</span> <Button size="small" onClick={onWithdraw}>{t('approvals.withdraw')}</Button></footer>
      )}
    </li>
  );
}
