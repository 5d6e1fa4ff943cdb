import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { knownQuery, prospectQuery, saveProspect, type Prospect, type ProspectKnown } from '../../api/prospects.ts';
import { useTranslation } from '../../app/translation.ts';
import { PartyLink } from '../../components/labels.tsx';
import { Problem } from '../../components/Problem.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';

/** A pause in typing that is worth a question to the server. */
const pauseMs = 300;

interface Draft {
  kind: string;
  name: string;
  document: string;
  mobile: string;
  address: string;
  source: string;
  note: string;
}

const texts = ['name', 'mobile', 'document', 'address', 'source', 'note'] as const;

/** A prospect is written down; whether they are a customer already is said while one types. */
export function ProspectForm({ prospect, onClose }: { prospect: Prospect | null; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // What is masked stays as it is unless somebody writes another.
  const [draft, setDraft] = useState<Draft>({
    kind: prospect?.kind ?? 'person', name: prospect?.name ?? '', document: '', mobile: '', address: prospect?.address ?? '', source: prospect?.source ?? '', note: prospect?.note ?? '',
  });
  const [unit, setUnit] = useState('');
  const typed = usePause({ name: draft.name.trim(), document: draft.document.trim(), mobile: draft.mobile.trim() });
  const known = useQuery(knownQuery(typed));
  const save = useMutation({
    mutationFn: () => saveProspect(prospect?.id ?? null, {
      ...draft,
      document: prospect !== null && draft.document === '' ? null : draft.document,
      mobile: prospect !== null && draft.mobile === '' ? null : draft.mobile,
      ...(unit === '' ? {} : { unit }),
    }),
    onSuccess: async (saved) => {
      client.setQueryData(prospectQuery(saved.id).queryKey, saved);
      await client.invalidateQueries({ queryKey: ['list', 'prospects'] });
      onClose();
    },
  });
  const label: Readonly<Record<(typeof texts)[number], string>> = {
    name: t('attribute.name'), mobile: t('attribute.mobile'), document: t('attribute.document'), address: t('attribute.address.home'), source: t('column.prospects.source'), note: t('prospects.note'),
  };
  return (
    <Modal
      open
      width={560}
      title={t(prospect === null ? 'prospects.add' : 'prospects.edit')}
      okText={t(prospect === null ? 'prospects.add.ok' : 'prospects.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: draft.name.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <Segmented
        value={draft.kind}
        onChange={(kind) => setDraft({ ...draft, kind })}
        options={[{ value: 'person', label: t('kind.person') }, { value: 'organisation', label: t('kind.organisation') }]}
      />
      <div className="form-two prospect-fields">
        {texts.map((field) => (
          <label key={field} className="dialog-field">
            <span>{label[field]}</span>
            <Input
              name={field}
              maxLength={200}
              value={draft[field]}
              placeholder={field === 'document' ? (prospect?.document ?? '') : field === 'mobile' ? (prospect?.mobile ?? '') : ''}
              onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
            />
          </label>
        ))}
        {prospect === null && (
          <div className="dialog-field">
            <span>{t('prospects.unit')}</span>
            <UnitSelect label={t('prospects.unit')} value={unit} onChange={setUnit} />
          </div>
        )}
      </div>
      {known.data !== undefined && <Known known={known.data} />}
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}

function Known({ known }: { known: ProspectKnown }) {
  const { t } = useTranslation();
  if (known.customers.length === 0 && !known.elsewhere && known.prospects.length === 0) return null;
  return (
    <div className="prospect-known" role="status">
      {known.customers.map((customer) => (
        <p key={customer.number}>{t(`prospects.known.${customer.why as 'name'}`)} <b>{customer.name}</b> <PartyLink number={customer.number} /></p>
      ))}
      {known.elsewhere && <p>{t('prospects.known.elsewhere')}</p>}
      {known.prospects.length > 0 && <p>{t('prospects.known.prospect')}</p>}
    </div>
  );
}

/** A value once it has stayed for a moment. */
function usePause<T>(value: T): T {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) as T;
}
