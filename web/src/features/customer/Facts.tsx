import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { editable, editsQuery } from '../../api/edits.ts';
import { useMay } from '../../api/session.ts';
import type { Party } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { EditIcon } from '../../components/icons.tsx';
import { Masked } from '../../components/record/reveal.tsx';
import { useNames } from '../../components/useNames.ts';
import { attributeOrder } from './attributes.ts';
import { CorrectionLine } from './CorrectionLine.tsx';

const EditDialog = lazy(async () => ({ default: (await import('./EditDialog.tsx')).EditDialog }));

/** What is known of the customer, and what may be corrected. */
export function Facts({ party }: { party: Party }) {
  const { t } = useTranslation();
  const names = useNames();
  const may = useMay()('customers.edit') && !party.beyond;
  const edits = useQuery({ ...editsQuery(party.number), enabled: !party.beyond });
  const [edited, setEdited] = useState<string | null>(null);
  const values = new Map(party.attributes.map((each) => [each.attribute, each.value]));
  const order = (attribute: string) => (attributeOrder.includes(attribute) ? attributeOrder.indexOf(attribute) : attributeOrder.length);
  // Of a person also what is not known yet can be filled in where people ask for it first.
  const missing = may && party.kind === 'person' && !values.has('mobile') ? ['mobile'] : [];
  const facts = [...values.keys(), ...missing].sort((a, b) => order(a) - order(b));
  return (
    <section className="record-side" aria-label={t('record.facts')}>
      <h2>{t('record.facts')}</h2>
      <dl>
        {facts.map((attribute) => {
          const edit = edits.data?.find((each) => each.attribute === attribute);
          return (
            <div key={attribute}>
              <dt>{names.attribute(attribute)}</dt>
              <dd>
                <Masked attribute={attribute} value={values.get(attribute) ?? null} />
                {may && editable.includes(attribute) && (
                  <button
                    type="button"
                    className="masked-eye"
                    aria-label={t('edit.open', { attribute: names.attribute(attribute) })}
                    title={t('edit.open', { attribute: names.attribute(attribute) })}
                    onClick={() => setEdited(attribute)}
                  >
                    <EditIcon />
                  </button>
                )}
                {edit !== undefined && <CorrectionLine edit={edit} />}
              </dd>
            </div>
          );
        })}
      </dl>
      {edited !== null && (
        <Suspense fallback={null}>
          <EditDialog number={party.number} attribute={edited} value={values.get(edited) ?? null} onClose={() => setEdited(null)} />
        </Suspense>
      )}
    </section>
  );
}
