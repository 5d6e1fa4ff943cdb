import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { get } from '../../api/client.ts';
import { auditQuery, type AuditCheck, type AuditFilter, type AuditRow } from '../../api/trust.ts';
import { Diff } from '../../components/Diff.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTitle } from '../../components/useTitle.ts';
import { Watermark } from '../../components/Watermark.tsx';
import { When } from '../../components/When.tsx';
import { formatCount } from '../../format/figures.ts';
import './audit.css';

const names = ['q', 'who', 'act', 'subject', 'from', 'to'] as const;

/** Who did what to whom, when, from where and why; and whether the trail is whole. */
export function AuditPage() {
  const { t } = useTranslation();
  useTitle(t('nav.audit'));
  const [search, setSearch] = useSearchParams();
  const filter: AuditFilter = Object.fromEntries(names.flatMap((name) => (search.get(name) === null ? [] : [[name, search.get(name) ?? '']])));
  const audit = useInfiniteQuery(auditQuery(filter));
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? [];

  function find(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setSearch(Object.fromEntries(names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    })));
  }

  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.audit')}</h1>
        <Verify />
      </div>
      <form key={search.toString()} className="audit-filter" onSubmit={find} role="search">
        {names.map((name) => (
          <label key={name} className="inline-field">
            {t(`audit.${name}`)}
            <Input name={name} defaultValue={search.get(name) ?? ''} type={name === 'from' || name === 'to' ? 'date' : 'text'} autoComplete="off" />
          </label>
        ))}
        <Button htmlType="submit">{t('audit.find')}</Button>
      </form>
      {audit.isError ? (
        <Problem error={audit.error} onRetry={() => void audit.refetch()} />
      ) : audit.isPending ? (
        <PageSkeleton />
      ) : rows.length === 0 ? (
        <Nothing title={t('list.nothing')} help={t('list.nothing.help')} />
      ) : (
        <Rows rows={rows} />
      )}
      {audit.hasNextPage && <div className="more"><Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>{t('action.more')}</Button></div>}
      <Watermark />
    </div>
  );
}

function Verify() {
  const { t, i18n } = useTranslation();
  const verify = useMutation({ mutationFn: () => get<AuditCheck>('/api/audit/verify') });
  return (
    <span className="record-actions">
      <Button loading={verify.isPending} onClick={() => verify.mutate()}>{t('audit.verify')}</Button>
      {verify.data !== undefined && (
        <Alert
          type={verify.data.ok ? 'success' : 'error'}
          showIcon
          title={verify.data.ok ? t('audit.whole', { count: verify.data.rows, figure: formatCount(verify.data.rows, i18n.language) }) : t('audit.broken', { count: verify.data.faults.length })}
          description={verify.data.faults.length > 0 ? <ul>{verify.data.faults.slice(0, 10).map((fault) => <li key={`${fault.trail} ${fault.id}`}>{fault.trail} #{fault.id} {fault.what}</li>)}</ul> : undefined}
        />
      )}
      {verify.error !== null && <Problem error={verify.error} />}
    </span>
  );
}

function Rows({ rows }: { rows: readonly AuditRow[] }) {
  const { t } = useTranslation();
  const words = useNames();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('nav.audit')}>
      <table className="plain-table audit-table">
        <thead>
          <tr><th scope="col">{t('field.at')}</th><th scope="col">{t('audit.who')}</th><th scope="col">{t('audit.act')}</th><th scope="col">{t('audit.subject')}</th><th scope="col">{t('field.reason')}</th><th scope="col">{t('audit.origin')}</th><th scope="col">{t('audit.change')}</th></tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = `${row.trail} ${row.id}`;
            const changed = Boolean(row.before) || Boolean(row.after);
            return (
              <tr key={key}>
                <td><When at={row.at} log /></td>
                <td>{row.who}</td>
                <td>{words.act(row.act)}</td>
                <td className="mono audit-subject">{row.subject}</td>
                <td>{row.reason}</td>
                <td className="mono">{row.from}</td>
                <td>
                  {!changed ? <span className="quiet">–</span> : open === key ? <Diff before={row.before} after={row.after} /> : <button type="button" className="link-button" onClick={() => setOpen(key)}>{t('audit.show')}</button>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
