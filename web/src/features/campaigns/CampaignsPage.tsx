import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { addCampaign } from '../../api/campaigns.ts';
import type { ListRow } from '../../api/lists.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import type { CellRenderers } from '../../components/list/Cell.tsx';
import { List } from '../../components/list/List.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { stateColour } from './campaign.ts';
import './campaigns.css';

const renderers: CellRenderers = {
  name: (value) => <b className="row-name">{String(value)}</b>,
  state: (value) => <State state={String(value)} />,
};

export function State({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Tag color={stateColour(state)}>{t(`option.campaigns.state.${state as 'draft'}`)}</Tag>;
}

const nameOf = (row: ListRow) => String(row.cells['name'] ?? row.id);

/** Campaigns, the one that changed last on top. */
export function CampaignsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.campaigns'));
  const may = useMay()('campaigns.edit');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <List
        name="campaigns"
        title={t('nav.campaigns')}
        renderers={renderers}
        nameOf={nameOf}
        to={(row) => `/campaigns/${row.id}`}
        searchHint={t('campaigns.search')}
        empty={{ title: t('campaigns.none'), help: t('campaigns.none.help') }}
        tools={<span className="record-actions"><Link to="/campaigns/compare">{t('campaigns.compare')}</Link>{may && <Button type="primary" onClick={() => setAdding(true)}>{t('campaigns.add')}</Button>}</span>}
      />
      {adding && <NewCampaign onClose={() => setAdding(false)} />}
      <Watermark />
    </>
  );
}

/** A name is enough to begin with; all else is planned on its page. */
function NewCampaign({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const add = useMutation({ mutationFn: () => addCampaign(name.trim()), onSuccess: (made) => void navigate(`/campaigns/${made.id}`) });
  return (
    <Modal open title={t('campaigns.add')} okText={t('campaigns.add.ok')} cancelText={t('action.cancel')} okButtonProps={{ disabled: name.trim() === '', loading: add.isPending }} onOk={() => add.mutate()} onCancel={onClose}>
      <label className="dialog-field">{t('column.campaigns.name')}<Input autoFocus value={name} maxLength={100} onChange={(event) => setName(event.target.value)} onPressEnter={() => name.trim() !== '' && add.mutate()} /></label>
      {add.error !== null && <Problem error={add.error} />}
    </Modal>
  );
}
