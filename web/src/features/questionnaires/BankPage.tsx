import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { ListRow } from '../../api/lists.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { BankPanel } from './BankPanel.tsx';
import { titled } from './QuestionnairesPage.tsx';
import './questionnaires.css';

const BankForm = lazy(async () => ({ default: (await import('./BankForm.tsx')).BankForm }));

const renderers: CellRenderers = {
  title: (value) => <b className="row-name">{String(value)}</b>,
  current: (value) => <span className="figures">v{String(value)}</span>,
};

const nameOf = (row: ListRow) => String(row.cells['title'] ?? row.id);

/** Questions and blocks to be asked again, with where they are asked and how they are answered. */
export function BankPage() {
  const { t } = useTranslation();
  useTitle(t('nav.bank'));
  const mayEdit = useMay()('questionnaires.edit');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <List
        name="bank"
        title={t('nav.bank')}
        renderers={renderers}
        nameOf={nameOf}
        named="title"
        quickView={(row) => <BankPanel key={row.id} id={row.id} />}
        searchHint={t('bank.search')}
        search={titled}
        empty={{ title: t('bank.none'), help: t('bank.none.help') }}
        tools={mayEdit && <Button type="primary" onClick={() => setAdding(true)}>{t('bank.add')}</Button>}
      />
      {adding && <Suspense fallback={null}><BankForm item={null} onClose={() => setAdding(false)} /></Suspense>}
    </>
  );
}
