import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Table, type InputRef, type TableColumnsType } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { partiesQuery, partyLimit } from '../../api/queries.ts';
import type { PartyRow } from '../../api/types.ts';
import { SearchIcon } from '../../components/icons.tsx';
import { Kind, PartyLink, SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useIsPhone } from '../../components/useIsPhone.ts';
import { useSlashKey } from '../../components/useSlashKey.ts';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import './customers.css';

/** A pause in typing that is worth a search. */
const pauseMs = 250;

export function CustomersPage() {
  const { t } = useTranslation();
  useTitle(t('nav.customers'));
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const [text, setText] = useState(q);
  const box = useRef<InputRef>(null);
  useSlashKey(useCallback(() => box.current?.focus({ cursor: 'all' }), []));

  useEffect(() => {
    if (text.trim() === q) return undefined;
    const timer = setTimeout(() => setSearch(text.trim() === '' ? {} : { q: text.trim() }, { replace: true }), pauseMs);
    return () => clearTimeout(timer);
  }, [text, q, setSearch]);

  const parties = useQuery({ ...partiesQuery(q), placeholderData: keepPreviousData });
  const rows = parties.data ?? [];
  const more = rows.length >= partyLimit;

  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t('nav.customers')}</h1>
        {parties.data !== undefined && rows.length > 0 && (
          <p className="page-facts">
            <span>{q === '' ? t('customers.recent') : t(more ? 'customers.first' : 'customers.found', { count: rows.length })}</span>
            {more && q !== '' && <span>{t('customers.narrow')}</span>}
          </p>
        )}
      </div>
      <Input
        ref={box}
        className="search-box"
        size="large"
        allowClear
        autoFocus
        prefix={<SearchIcon />}
        suffix={<kbd aria-hidden="true">/</kbd>}
        placeholder={t('customers.placeholder')}
        aria-label={t('customers.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {parties.isError ? (
        <Problem error={parties.error} onRetry={() => void parties.refetch()} />
      ) : parties.data !== undefined && rows.length === 0 ? (
        <Nothing
          title={q === '' ? t('customers.none') : t('customers.notFound', { q })}
          help={q === '' ? t('customers.none.help') : t('customers.notFound.help')}
        />
      ) : (
        <Rows rows={rows} loading={parties.isPending} dimmed={parties.isPlaceholderData} />
      )}
    </div>
  );
}

function Rows({ rows, loading, dimmed }: { rows: readonly PartyRow[]; loading: boolean; dimmed: boolean }) {
  const phone = useIsPhone();
  const navigate = useNavigate();
  const columns = useColumns();
  if (phone) return <Cards rows={rows} />;
  return (
    <Table<PartyRow>
      className={dimmed ? 'dimmed clickable' : 'clickable'}
      size="small"
      rowKey="number"
      columns={columns}
      dataSource={rows}
      loading={loading}
      pagination={false}
      sticky
      scroll={{ x: 1100 }}
      onRow={(row) => ({ onClick: () => void navigate(`/customers/${row.number}`) })}
    />
  );
}

function useColumns(): TableColumnsType<PartyRow> {
  const { t } = useTranslation();
  return [
    { title: t('field.name'), dataIndex: 'name', width: 200, ellipsis: true, render: (name: string) => <b className="row-name">{name}</b> },
    { title: t('field.partyNumber'), dataIndex: 'number', width: 122, render: (number: string) => <PartyLink number={number} /> },
    { title: t('field.kind'), dataIndex: 'kind', width: 108, render: (kind: string) => <Kind kind={kind} /> },
    { title: t('attribute.document'), dataIndex: 'document', width: 164, render: masked },
    { title: t('attribute.mobile'), dataIndex: 'mobile', width: 104, render: masked },
    { title: t('field.region'), dataIndex: 'region', ellipsis: true, render: (region: string | null) => region ?? <span className="quiet">–</span> },
    { title: t('field.systems'), dataIndex: 'systems', width: 226, render: (systems: readonly string[]) => <Systems systems={systems} /> },
    { title: t('field.changedAt'), dataIndex: 'changedAt', width: 104, align: 'right', render: (at: string) => <When at={at} /> },
  ];
}

function Systems({ systems }: { systems: readonly string[] }) {
  return <span className="system-list">{[...new Set(systems)].map((system) => <SystemCode key={system} system={system} />)}</span>;
}

function masked(text: string | null) {
  return text === null || text === '' ? <span className="quiet">–</span> : <span className="mono">{text}</span>;
}

function Cards({ rows }: { rows: readonly PartyRow[] }) {
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.number}>
          <Link to={`/customers/${row.number}`}>
            <span className="card-first"><b>{row.name}</b><Kind kind={row.kind} /><span className="card-end"><When at={row.changedAt} /></span></span>
            <span className="card-second mono">{row.number}</span>
            <span className="card-second">{masked(row.document)} {masked(row.mobile)}</span>
            <Systems systems={row.systems} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
