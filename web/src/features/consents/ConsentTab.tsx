import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { consentsQuery, type Consent, type ConsentEntity, type Consents } from '../../api/consents.ts';
import { documentsQuery } from '../../api/documents.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';
import { DocumentFile } from '../documents/DocumentFile.tsx';
import './consents.css';

const GiveDialog = lazy(async () => ({ default: (await import('./GiveDialog.tsx')).GiveDialog }));
const WithdrawDialog = lazy(async () => ({ default: (await import('./WithdrawDialog.tsx')).WithdrawDialog }));

/** What the customer agreed to: for each purpose the channels that are on, and all that was ever given and withdrawn. */
export function ConsentTab({ number }: { number: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(consentsQuery(number));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton rows={4} />;
  return (
    <div className="consents">
      {data.entities.map((entity) => <EntityConsents key={entity.entity} number={number} entity={entity} consents={data} />)}
      <h2>{t('consents.register')}</h2>
      {data.consents.length === 0 ? <p className="quiet">{t('consents.none')}</p> : <Register number={number} consents={data.consents} />}
    </div>
  );
}

function EntityConsents({ number, entity, consents }: { number: string; entity: ConsentEntity; consents: Consents }) {
  const { t } = useTranslation();
  const names = useNames();
  const may = useMay()('consents.edit');
  const [giving, setGiving] = useState<string | null>(null);
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const openOf = (purpose: string) => consents.consents.filter((each) => each.entity === entity.entity && each.purpose === purpose && each.withdrawnAt === null);
  return (
    <section aria-label={entity.name}>
      <h2>{entity.name}</h2>
      <ul className="consent-purposes">
        {consents.purposes.map((purpose) => {
          const open = openOf(purpose);
          return (
            <li key={purpose} data-purpose={purpose} data-on={open.length > 0}>
              <b>{names.consentPurpose(purpose)}</b>
              <span className="consent-channels">
                {open.length === 0
                  ? <Tag>{t('consents.off')}</Tag>
                  : open.map((each) => <Tag key={each.id} color="success" variant="filled">{names.consentChannel(each.channel)}</Tag>)}
              </span>
              {may && (
                <span className="consent-acts">
                  <Button size="small" aria-label={t('consents.give.open', { purpose: names.consentPurpose(purpose) })} onClick={() => setGiving(purpose)}>{t('consents.give')}</Button>
                  {open.length > 0 && (
                    <Button size="small" aria-label={t('consents.withdraw.open', { purpose: names.consentPurpose(purpose) })} onClick={() => setWithdrawing(purpose)}>{t('consents.withdraw')}</Button>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <Suspense fallback={null}>
        {giving !== null && <GiveDialog number={number} entity={entity} purpose={giving} consents={consents} open={openOf(giving)} onClose={() => setGiving(null)} />}
        {withdrawing !== null && <WithdrawDialog number={number} entity={entity.entity} purpose={withdrawing} open={openOf(withdrawing)} onClose={() => setWithdrawing(null)} />}
      </Suspense>
    </section>
  );
}

function Register({ number, consents }: { number: string; consents: readonly Consent[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const documents = useQuery({ ...documentsQuery(number), enabled: useMay()('documents.read') }).data?.documents ?? [];
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('consents.register')}>
      <table className="plain-table">
        <thead>
          <tr>
            {(['purpose', 'channel', 'entity', 'givenAt', 'version', 'evidence', 'givenBy', 'withdrawnAt'] as const).map((each) => <th key={each} scope="col">{t(`column.consents.${each}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {consents.map((each) => (
            <tr key={each.id} data-consent={each.channel}>
              <td>{names.consentPurpose(each.purpose)}</td>
              <td>{names.consentChannel(each.channel)}</td>
              <td>{each.entityName}</td>
              <td><When at={each.givenAt} /></td>
              <td>
                <details>
                  <summary>{t('consents.version', { version: each.version })}</summary>
                  <p className="consent-wording">{each.wording}</p>
                </details>
              </td>
              <td>{names.consentEvidence(each.evidenceKind)} <span className="mono">{each.evidence}</span> {documents.filter(({ of }) => of.includes(`consent/${each.id}`)).map((document) => <DocumentFile key={document.id} document={document} />)}</td>
              <td>{each.givenBy}</td>
              <td>{each.withdrawnAt === null ? <span className="quiet">–</span> : <><When at={each.withdrawnAt} /> {each.withdrawnBy} <span className="quiet">{each.withdrawnHow}</span></>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
