import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';

const AskDialog = lazy(async () => ({ default: (await import('./AskDialog.tsx')).AskDialog }));

/** Opens the dialog that asks a customer or a prospect, or makes a link to a questionnaire. */
export function AskButton({ small = true, ...props }: { customer?: string; prospect?: string; questionnaire?: string; small?: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('answers.ask')) return null;
  return (
    <>
      <Button size={small ? 'small' : 'middle'} onClick={() => setOpen(true)}>{t('asking.ask')}</Button>
      {open && <Suspense fallback={null}><AskDialog {...props} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
