import { useMutation } from '@tanstack/react-query';
import { Button, Input, Radio, Tag } from 'antd';
import { useState } from 'react';
import { pathOf, put, remove } from '../../api/client.ts';
import type { PermissionInfo, Role } from '../../api/people.ts';
import type { DataClass, FieldSight } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { ProposalNotice, type ProposalMade } from '../../components/ProposalNotice.tsx';
import { useNames } from '../../components/useNames.ts';
import { GrantMatrix } from './GrantMatrix.tsx';
import { changedGrants } from './roleDraft.ts';

const classes: readonly DataClass[] = ['C1', 'C2', 'C3'];
const sights: readonly FieldSight[] = ['hidden', 'masked', 'clear'];

interface Props {
  role: Role;
  permissions: readonly PermissionInfo[];
  mayEdit: boolean;
}

/** A role as it is and as one would have it. A change is a proposal: somebody else has to agree. */
export function RoleEditor({ role, permissions, mayEdit }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const [draft, setDraft] = useState(role);
  const [reason, setReason] = useState('');
  const isNew = role.id === '';
  const changed = JSON.stringify(draft) !== JSON.stringify(role);
  const complete = draft.id !== '' && draft.name.zh !== '' && draft.name.en !== '' && reason.trim() !== '';
  const save = useMutation({ mutationFn: () => put<ProposalMade>(pathOf('roles', draft.id), { name: draft.name, grants: draft.grants, fields: draft.fields, reason: reason.trim() }) });
  const drop = useMutation({ mutationFn: () => remove<ProposalMade>(pathOf('roles', role.id)) });
  const made = save.data ?? drop.data;
  const error = save.error ?? drop.error;

  return (
    <section className="role" aria-label={isNew ? t('roles.new') : names.both(role.name)}>
      <ProposalNotice made={made} />
      {error !== null && <Problem error={error} />}
      <div className="role-names">
        {isNew && <label className="inline-field">{t('roles.id')}<Input value={draft.id} maxLength={40} spellCheck={false} onChange={(event) => setDraft({ ...draft, id: event.target.value.toLowerCase() })} /></label>}
        {mayEdit ? (
          <>
            <label className="inline-field">{t('roles.zh')}<Input value={draft.name.zh} maxLength={40} onChange={(event) => setDraft({ ...draft, name: { ...draft.name, zh: event.target.value } })} /></label>
            <label className="inline-field">{t('roles.en')}<Input value={draft.name.en} maxLength={40} onChange={(event) => setDraft({ ...draft, name: { ...draft.name, en: event.target.value } })} /></label>
          </>
        ) : (
          <h2>{names.both(role.name)}</h2>
        )}
        {role.shipped && <Tag>{t('roles.shipped')}</Tag>}
      </div>
      <h2 className="section-heading">{t('rights.fields')}</h2>
      <div className="role-fields">
        {classes.map((each) => (
          <div key={each} className="role-field">
            <span id={`class-${each}`}>{t(`dataClass.${each}`)}</span>
            <Radio.Group
              size="small"
              optionType="button"
              aria-labelledby={`class-${each}`}
              disabled={!mayEdit}
              value={draft.fields[each]}
              onChange={(event) => setDraft({ ...draft, fields: { ...draft.fields, [each]: event.target.value as FieldSight } })}
              options={sights.map((sight) => ({ value: sight, label: names.sight(sight) }))}
            />
          </div>
        ))}
      </div>
      <h2 className="section-heading">{t('rights.grants')}</h2>
      <GrantMatrix role={draft} before={role} permissions={permissions} mayEdit={mayEdit} onChange={setDraft} />
      {mayEdit && (
        <footer className="role-foot">
          {changed && <span className="quiet">{t('roles.changed', { count: changedGrants(role, draft).length })}</span>}
          <Input aria-label={t('field.reason')} placeholder={t('roles.reason')} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          <Button type="primary" disabled={!changed || !complete} loading={save.isPending} onClick={() => save.mutate()}>{t('proposal.send')}</Button>
          {!isNew && !role.shipped && <Button danger loading={drop.isPending} onClick={() => drop.mutate()}>{t('roles.remove')}</Button>}
        </footer>
      )}
    </section>
  );
}
