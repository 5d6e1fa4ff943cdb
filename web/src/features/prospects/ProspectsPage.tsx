import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { ListRow } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { Kind, PartyLink } from '../../components/labels.tsx';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { ImportLink } from '../imports/ImportLink.tsx';
import { ProspectPanel } from './ProspectPanel.tsx';
import './prospects.css';

const ProspectForm = lazy(async () => ({ default: (await import('./ProspectForm.tsx')).ProspectForm }));

const renderers: CellRenderers = {
  name: (value) => <b className="row-name">{String(value)}</b>,
  kind: (value) => <Kind kind={String(value)} />,
  number: (value) => <PartyLink number={String(value)} />,
};

const nameOf = (row: ListRow) => String(row.cells['name'] ?? row.id);

/** Who is to become a customer. */
export function ProspectsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.prospects'));
  const [adding, setAdding] = useState(false);
  return (
    <>
      <List
        name="prospects"
        title={t('nav.prospects')}
        renderers={renderers}
        nameOf={nameOf}
        quickView={(row) => <ProspectPanel key={row.id} id={row.id} />}
        searchHint={t('prospects.search')}
        empty={{ title: t('prospects.none'), help: t('prospects.none.help') }}
        tools={<span className="record-actions"><ImportLink kind="prospects" /><Button type="primary" onClick={() => setAdding(true)}>{t('prospects.add')}</Button></span>}
      />
      {adding && <Suspense fallback={null}><ProspectForm prospect={null} onClose={() => setAdding(false)} /></Suspense>}
      <Watermark />
    </>
  );
}
