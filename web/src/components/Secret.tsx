import { useState } from 'react';
import { useTranslation } from '../app/translation.ts';

/** What is shown once and never again. */
export function Secret({ value, help }: { value: string; help: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <div className="secret" role="status">
      <code>{value}</code>
      <button type="button" className="plain-button" onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}>{t(copied ? 'action.copied' : 'action.copy')}</button>
      <p>{help}</p>
    </div>
  );
}
