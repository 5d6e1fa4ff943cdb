import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { PartyLink } from '../../components/labels.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { PlansDialog } from './PlansDialog.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskPanel } from './TaskPanel.tsx';

const renderers: CellRenderers = {
  title: (value) => <b className="row-name">{String(value)}</b>,
  number: (value) => <PartyLink number={String(value)} />,
};

export function TasksPage() {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'task' | 'plans' | null>(null);
  useTitle(t('nav.tasks'));
  return (
    <>
      <List
        name="tasks"
        title={t('nav.tasks')}
        renderers={renderers}
        nameOf={(row) => String(row.cells['title'] ?? row.id)}
        named="title"
        also={also}
        quickView={(row) => <TaskPanel id={Number(row.id)} />}
        searchHint={t('tasks.search')}
        tools={
          <span className="record-actions">
            <Button onClick={() => setDialog('plans')}>{t('plans.title')}</Button>
            <Button type="primary" onClick={() => setDialog('task')}>{t('tasks.new')}</Button>
          </span>
        }
        empty={{ title: t('tasks.none'), help: t('tasks.none.help') }}
      />
      {dialog === 'task' && <TaskDialog onClose={() => setDialog(null)} />}
      {dialog === 'plans' && <PlansDialog onClose={() => setDialog(null)} />}
      <Watermark />
    </>
  );
}

const also = ['title'];
