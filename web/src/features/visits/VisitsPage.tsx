import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { VisitDialog } from './VisitDialog.tsx';
import { VisitPanel } from './VisitPanel.tsx';

const renderers: CellRenderers = { customers: (value) => <b className="row-name">{String(value)}</b> };
const also = ['customers'];

export function VisitsPage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  useTitle(t('nav.visits'));
  return (
    <>
      <List
        name="visits"
        title={t('nav.visits')}
        renderers={renderers}
        nameOf={(row) => String(row.cells['customers'] ?? row.id)}
        named="customers"
        also={also}
        quickView={(row) => <VisitPanel id={Number(row.id)} />}
        searchHint={t('visits.search')}
        tools={<span className="record-actions"><Button type="primary" onClick={() => setAdding(true)}>{t('visits.new')}</Button></span>}
        empty={{ title: t('visits.none'), help: t('visits.none.help') }}
      />
      {adding && <VisitDialog onClose={() => setAdding(false)} />}
      <Watermark />
    </>
  );
}
