import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { pathOf, post, put, remove } from '../../api/client.ts';
import { viewsQuery, type View } from '../../api/lists.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../Problem.tsx';
import { Tabs } from '../Tabs.tsx';
import { differs, keptOf, viewed } from './listState.ts';
import type { ListModel } from './useList.ts';

/** The list as it comes, and every way of looking at it that somebody saved. */
export function ViewTabs({ list }: { list: ListModel }) {
  const { t } = useTranslation();
  const { state, change, description } = list;
  const views = useQuery(viewsQuery(description.name)).data ?? [];
  const current = views.find((view) => view.id === state.view);
  const changed = current === undefined ? Object.keys(keptOf(state)).length > 0 : differs(state, current);
  return (
    <div className="view-tabs">
      <Tabs
        label={t('list.views')}
        active={current?.id ?? ''}
        onChange={(id) => change(viewed(state, views.find((view) => view.id === id)), 'push')}
        tabs={[{ key: '', label: t('list.all') }, ...views.map((view) => ({ key: view.id, label: view.shared && !view.mine ? t('list.sharedView', { name: view.name }) : view.name }))]}
        extra={<ViewTools list={list} current={current} changed={changed} />}
      />
    </div>
  );
}

function ViewTools({ list, current, changed }: { list: ListModel; current: View | undefined; changed: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { state, description, change } = list;
  const path = pathOf('lists', description.name, 'views');
  const done = () => client.invalidateQueries({ queryKey: viewsQuery(description.name).queryKey });
  const mine = current?.mine === true ? current : undefined;
  const save = useMutation({
    mutationFn: (view: View) => put(pathOf('lists', description.name, 'views', view.id), { name: view.name, shared: view.shared, state: keptOf(state) }),
    onSuccess: done,
  });
  const drop = useMutation({
    mutationFn: (view: View) => remove(pathOf('lists', description.name, 'views', view.id)),
    onSuccess: async () => {
      change({ ...state, view: undefined });
      await done();
    },
  });
  if (!changed && mine === undefined) return null;
  return (
    <span className="view-tools">
      {changed && mine !== undefined && <button type="button" className="link-button" disabled={save.isPending} onClick={() => save.mutate(mine)}>{t('list.saveView')}</button>}
      {changed && (
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomLeft"
          destroyOnHidden
          content={
            <NewView
              path={path}
              state={state}
              onDone={async (view) => {
                setOpen(false);
                await done();
                change({ ...state, view: view.id });
              }}
            />
          }
        >
          <button type="button" className="link-button">{t('list.saveAsView')}</button>
        </Popover>
      )}
      {mine !== undefined && !changed && <button type="button" className="link-button" disabled={drop.isPending} onClick={() => drop.mutate(mine)}>{t('list.removeView')}</button>}
    </span>
  );
}

function NewView({ path, state, onDone }: { path: string; state: ListModel['state']; onDone: (view: View) => Promise<void> }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const add = useMutation({ mutationFn: () => post<View>(path, { name: name.trim(), shared, state: keptOf(state) }), onSuccess: onDone });
  return (
    <form
      className="new-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') add.mutate();
      }}
    >
      <Input autoFocus maxLength={60} aria-label={t('list.viewName')} placeholder={t('list.viewName')} value={name} onChange={(event) => setName(event.target.value)} />
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>{t('list.share')}</Checkbox>
      {add.error !== null && <Problem error={add.error} />}
      <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={add.isPending}>{t('list.saveAsView')}</Button>
    </form>
  );
}
