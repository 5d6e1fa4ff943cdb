import { Link } from 'react-router';
import type { Party, Version } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { SystemCode } from '../../components/labels.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { useNames } from '../../components/useNames.ts';
import { Value } from '../../components/Value.tsx';
import { When } from '../../components/When.tsx';
import './history.css';

export function History({ party }: { party: Party }) {
  const { t } = useTranslation();
  if (party.history.length === 0) return <Nothing title={t('history.none')} help={t('history.none.help')} />;
  const newestFirst = [...party.history].sort((a, b) => b.version - a.version);
  return (
    <ol className="history">
      {newestFirst.map((version) => <VersionItem key={version.version} version={version} />)}
    </ol>
  );
}

function VersionItem({ version }: { version: Version }) {
  const { t } = useTranslation();
  const names = useNames();
  const { system, messageId } = version.cause;
  return (
    <li>
      <div className="history-head">
        <b className="figures">{t('history.version', { version: version.version })}</b>
        <When at={version.at} />
        <span>{names.action(version.action)}</span>
        <SystemCode system={system} />
        {messageId !== '' && system !== '' && (
          <Link className="mono" to={`/ecif/messages?open=in/${encodeURIComponent(system)}/${encodeURIComponent(messageId)}`}>{messageId}</Link>
        )}
      </div>
      <table className="before-after">
        <thead className="visually-hidden">
          <tr><th scope="col">{t('matrix.attribute')}</th><th scope="col">{t('history.before')}</th><th scope="col">{t('history.after')}</th></tr>
        </thead>
        <tbody>
          {version.changed.map((change) => (
            <tr key={change.attribute}>
              <th scope="row">{names.attribute(change.attribute)}</th>
              <td className="before"><Value attribute={change.attribute} value={change.before} /></td>
              <td className="after"><Value attribute={change.attribute} value={change.after} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}
