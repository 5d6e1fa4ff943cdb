import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { answeredQuery, bankQuery, retireBankItem, type BankItem, type Fragment } from '../../api/library.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { choiceLists, isSimple } from './bankFragment.ts';
import { objectsIn, textIn } from './outline.ts';

const BankForm = lazy(async () => ({ default: (await import('./BankForm.tsx')).BankForm }));

/** A question of the bank: its wording in both languages, where it is asked, how it is answered. */
export function BankPanel({ id }: { id: string }) {
  const { data, error } = useQuery(bankQuery(id));
  if (error !== null) return <Problem error={error} />;
  return data === undefined ? <PageSkeleton rows={5} /> : <Panel of={data} />;
}

function Panel({ of }: { of: BankItem }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const mayCount = useMay()('answers.read');
  const [editing, setEditing] = useState(false);
  const retire = useMutation({
    mutationFn: () => retireBankItem(of.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: bankQuery(of.id).queryKey });
      await client.invalidateQueries({ queryKey: ['list', 'bank'] });
    },
  });
  const fragment = of.fragment as Fragment;
  return (
    <div className="bank-panel">
      <p>
        <Tag>{t(`option.bank.type.${of.type as 'text'}`)}</Tag>
        {of.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}
        <span className="quiet">v{of.current} · {of.owner === '' ? t('bank.shipped') : of.owner}{of.state === 'retired' && ` · ${t('option.bank.state.retired')}`}</span>
      </p>
      <Wording fragment={fragment} />
      {mayCount && <HowAnswered of={of} fragment={fragment} />}
      <Uses of={of} />
      {of.mine && (
        <div className="bank-acts">
          {isSimple(fragment) && <Button onClick={() => setEditing(true)}>{t('bank.edit')}</Button>}
          {of.state === 'offered' && (
            <Popconfirm title={t('bank.retire.sure')} okText={t('bank.retire')} cancelText={t('action.cancel')} onConfirm={() => retire.mutate()}>
              <Button danger loading={retire.isPending}>{t('bank.retire')}</Button>
            </Popconfirm>
          )}
        </div>
      )}
      {retire.error !== null && <Problem error={retire.error} />}
      {editing && <Suspense fallback={null}><BankForm item={of} onClose={() => setEditing(false)} /></Suspense>}
    </div>
  );
}

const languages = ['zh-CN', 'en'] as const;

function Wording({ fragment }: { fragment: Fragment }) {
  const { t } = useTranslation();
  const parts = objectsIn(fragment, 'elements').concat(objectsIn(fragment, 'templateElements'));
  return (
    <dl className="bank-wording">
      {languages.map((language) => (
        <div key={language}>
          <dt>{t(`language.short.${language}`)}</dt>
          <dd lang={language}>
            <b>{textIn(fragment['title'] ?? fragment['html'] ?? fragment['name'], language)}</b>
            {choiceLists(fragment).map((list, at) => (
              <ul key={at}>{list.map((each) => <li key={each.value}>{textIn(each.text, language) || each.value}{each.score !== undefined && <span className="quiet figures"> {each.score}</span>}</li>)}</ul>
            ))}
            {parts.length > 0 && <ul>{parts.map((part, at) => <li key={at}>{textIn(part['title'] ?? part['name'], language)}</li>)}</ul>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function HowAnswered({ of, fragment }: { of: BankItem; fragment: Fragment }) {
  const { t, i18n } = useTranslation();
  const { data, error } = useQuery(answeredQuery(of.id));
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return <PageSkeleton rows={2} />;
  const most = Math.max(1, ...data.counts.map((each) => each.count ?? 0));
  const words = new Map(choiceLists(fragment).flat().map((each) => [each.value, textIn(each.text, i18n.language) || each.value]));
  return (
    <section>
      <h3>{t('bank.answered')}</h3>
      <p className="quiet">{t('bank.answered.of', { answered: data.answered, responses: data.responses })}{data.more && ` ${t('bank.answered.more')}`}</p>
      {data.counts.length > 0 && (
        <ul className="bank-counts">
          {data.counts.map((each) => (
            <li key={each.value}>
              <span>{each.value.split(': ').map((part) => words.get(part) ?? part).join(': ')}</span>
              <span className="bank-bar" aria-hidden="true"><i style={{ width: `${((each.count ?? 0) / most) * 100}%` }} /></span>
              <span className="figures">{each.count ?? t('bank.few')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Uses({ of }: { of: BankItem }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{t('bank.uses')}</h3>
      {of.uses.length === 0 && of.elsewhere === 0 && <p className="quiet">{t('bank.uses.none')}</p>}
      <ul className="bank-uses">
        {of.uses.map((each) => (
          <li key={`${each.questionnaire} ${each.number} ${each.name}`}>
            <Link to={`/questionnaires/${each.questionnaire}`}>{each.title}</Link>{' '}
            <span className="quiet">{each.number === 0 ? t('library.draft') : `v${each.number}`} · {t('bank.taken', { number: each.taken })}</span>
          </li>
        ))}
      </ul>
      {of.elsewhere > 0 && <p className="quiet">{t('bank.uses.elsewhere', { count: of.elsewhere })}</p>}
    </section>
  );
}
