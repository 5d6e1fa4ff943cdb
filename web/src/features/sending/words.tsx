import { Tag } from 'antd';
import { useTranslation } from '../../app/translation.ts';
import { useNames } from '../../components/useNames.ts';

const colours: Readonly<Record<string, string>> = { queued: 'processing', sending: 'processing', held: 'warning', sent: 'success', refused: 'error', 'in-doubt': 'warning' };

export function OutgoingTag({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Tag color={colours[state] ?? 'default'} variant="filled">{t(`option.outgoing.state.${state as 'queued'}`)}</Tag>;
}

/** What the peer said, as its reply code, or what we say of it. */
export function OutcomeText({ code }: { code: string }) {
  const names = useNames();
  return code === '' ? null : <span className={/^\d/.test(code) ? 'figures' : undefined}>{names.sendingOutcome(code)}</span>;
}
