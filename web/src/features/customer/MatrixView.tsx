import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { Party, SourceRecord } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { SystemCode } from '../../components/labels.tsx';
import { useIsPhone } from '../../components/useIsPhone.ts';
import { useNames } from '../../components/useNames.ts';
import { attributeOrder } from './attributes.ts';
import { CellView } from './CellView.tsx';
import { GoldenCell } from './GoldenCell.tsx';
import { isAccount, matrixOf } from './matrix.ts';

/** The golden record beside what every system says, was told and holds: one line an attribute, one column a key. */
export function MatrixView({ party }: { party: Party }) {
  const { t } = useTranslation();
  const names = useNames();
  const phone = useIsPhone();
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const [detailed, setDetailed] = useState(false);
  const [chosen, setChosen] = useState(0);
  const matrix = matrixOf(party, attributeOrder);
  const rows = onlyDiffering ? matrix.rows.filter((row) => row.differs) : matrix.rows;
  const columns = matrix.records.map((record, index) => ({ record, index })).filter(({ index }) => !phone || index === chosen);

  return (
    <section className="matrix-view">
      <div className="matrix-tools">
        <Checkbox checked={detailed} onChange={(event) => setDetailed(event.target.checked)}>{t('matrix.detailed')}</Checkbox>
        <Checkbox checked={onlyDiffering} onChange={(event) => setOnlyDiffering(event.target.checked)}>{t('matrix.onlyDiffering')}</Checkbox>
        {phone && matrix.records.length > 1 && (
          <Select
            className="matrix-system"
            aria-label={t('matrix.chooseSystem')}
            value={chosen}
            onChange={setChosen}
            options={matrix.records.map((record, index) => ({ value: index, label: `${record.system} ${record.key}` }))}
          />
        )}
        <Legend />
      </div>
      <div className="matrix-scroll" tabIndex={0} role="region" aria-label={t('matrix.label')}>
        <table className={detailed ? 'matrix matrix-detailed' : 'matrix'}>
          <thead>
            <tr>
              <th scope="col" className="matrix-attribute">{t('matrix.attribute')}</th>
              <th scope="col" className="matrix-golden">{t('matrix.golden')}</th>
              {columns.map(({ record }) => <RecordHead key={`${record.system} ${record.key}`} record={record} />)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.attribute}>
                <th scope="row" className="matrix-attribute">{names.attribute(row.attribute)}</th>
                <td className="matrix-golden">{row.golden !== null && <GoldenCell golden={row.golden} />}</td>
                {columns.map(({ record, index }) => {
                  const cell = row.cells[index];
                  return cell === undefined ? null : (
                    <CellView key={`${record.system} ${record.key}`} attribute={row.attribute} cell={cell} detailed={detailed} />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="matrix-none">{t('matrix.noneDiffering')}</p>}
      </div>
    </section>
  );
}

function RecordHead({ record }: { record: SourceRecord }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <th scope="col" className="matrix-record">
      <SystemCode system={record.system} /> <span className="mono">{record.key}</span>
      <div className="matrix-record-facts">
        {record.status !== 'open' && <span>{names.recordStatus(record.status)}</span>}
        {isAccount(record) && <span>{names.link(record.link)}</span>}
        {record.branch !== null && <span title={t('field.branch')}>{record.branch}</span>}
      </div>
    </th>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="legend" aria-label={t('matrix.legend')}>
      {(['agrees', 'fitted', 'apart', 'due', 'dead'] as const).map((state) => (
        <li key={state} data-state={state} title={t(`cell.${state}.title`)}>{t(`cell.${state}`)}</li>
      ))}
    </ul>
  );
}
