import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';

const AskDialog = lazy(async () => ({ default: (await import('./AskDialog.tsx')).AskDialog }));

/** Opens the dialog that asks a customer, or makes a link to a questionnaire. */
export function AskButton(props: { customer?: string; questionnaire?: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('answers.ask')) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{t('asking.ask')}</Button>
      {open && <Suspense fallback={null}><AskDialog {...props} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
