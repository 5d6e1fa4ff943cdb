import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { When } from '../../components/When.tsx';

const WordingDialog = lazy(async () => ({ default: (await import('./WordingDialog.tsx')).WordingDialog }));

const renderers: CellRenderers = {
  number: (value) => <PartyLink number={String(value)} />,
  givenAt: (value) => <When at={String(value)} />,
  withdrawnAt: (value) => <When at={String(value)} />,
};

/** The register over all customers in sight. */
export function ConsentsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.consents'));
  const may = useMay()('consents.word');
  const [wording, setWording] = useState(false);
  return (
    <>
      <List
        name="consents"
        title={t('nav.consents')}
        renderers={renderers}
        nameOf={(row) => String(row.cells['name'] ?? row.cells['number'] ?? row.id)}
        also={['number']}
        searchHint={t('consents.search')}
        search={(text) => (text.trim() === '' ? undefined : { column: 'number', op: 'eq', value: text.trim() })}
        empty={{ title: t('consents.empty'), help: t('consents.empty.help') }}
        tools={may && <Button onClick={() => setWording(true)}>{t('consents.wording')}</Button>}
      />
      {wording && <Suspense fallback={null}><WordingDialog onClose={() => setWording(false)} /></Suspense>}
      <Watermark />
    </>
  );
}
