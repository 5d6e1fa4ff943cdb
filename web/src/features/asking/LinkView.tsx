import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Invitation } from '../../api/invitations.ts';
import { useTranslation } from '../../app/translation.ts';
import { QrCode } from '../../components/QrCode.tsx';
import { When } from '../../components/When.tsx';
import './asking.css';

interface Props {
  invitation: Invitation;
  /** By what it went to the customer already. */
  sentBy?: 'sms' | 'mail' | null;
  /** It is answered here and now. */
  together?: boolean;
}

/** A link, its code, and what one does with them. */
export function LinkView({ invitation, sentBy = null, together = false }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(invitation.address);
    setCopied(true);
  };
  return (
    <div className="ask-link" data-invitation={invitation.id}>
      <b>{invitation.title}</b>
      {sentBy !== null && <p role="status">{t(`asking.sent.${sentBy}`)}</p>}
      {invitation.state !== 'open' && <p role="status">{t(`option.invitations.state.${invitation.state as 'answered'}`)}</p>}
      {!together && <QrCode svg={invitation.qr} label={t('asking.qr')} />}
      <Input readOnly aria-label={t('asking.address')} value={invitation.address} onFocus={(event) => event.target.select()} />
      <div className="ask-actions">
        <Button type={together ? 'primary' : 'default'} href={invitation.address} target="_blank" rel="noreferrer">{together ? t('asking.open.together') : t('asking.open')}</Button>
        <Button onClick={() => void copy()}>{copied ? t('asking.copied') : t('asking.copy')}</Button>
        {!together && <Button href={`/api/invitations/${invitation.id}/poster`} target="_blank" rel="noreferrer">{t('asking.poster')}</Button>}
      </div>
      <p className="quiet">{t('asking.until')} <When at={invitation.expiresAt} /></p>
    </div>
  );
}
