import { Tag } from 'antd';
import { useState } from 'react';
import type { Customer, CustomerIn } from '../../api/customers.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { When } from '../../components/When.tsx';
import { useNames } from '../../components/useNames.ts';
import { formatMoney } from '../../format/figures.ts';
import { AssistantsDialog } from './AssistantsDialog.tsx';
import { Wishes } from './Wishes.tsx';

/** What the customer is to each legal entity: who looks after them, what they have, when somebody last spoke to them. */
export function InEntities({ customer }: { customer: Customer }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const mayDo = useMay();
  const [may, mayAllocate] = [mayDo('work.edit'), mayDo('customers.allocate')];
  const [open, setOpen] = useState<CustomerIn>();
  return (
    <section className="record-side" aria-label={t('customer.in')}>
      {customer.in.map((each) => (
        <div key={each.entity}>
          <h2>{each.entityName} {each.tier !== '' && <Tag variant="filled">{names.tier(each.tier)}</Tag>}</h2>
          <dl>
            <div><dt>{t('field.unit')}</dt><dd>{each.unitName}</dd></div>
            <div><dt>{t('field.manager')}</dt><dd>{each.manager === '' ? <span className="quiet">{t('customer.in.nobody')}</span> : each.assistants.length === 0 ? each.manager : t('assistants.one', { name: each.manager, share: each.share })}</dd></div>
            {(each.assistants.length > 0 || (mayAllocate && each.manager !== '')) && (
              <div>
                <dt>{t('column.assistants')}</dt>
                <dd>
                  {each.assistants.map((one) => t('assistants.one', { name: one.name, share: one.share })).join(t('list.separator'))}
                  {mayAllocate && <button type="button" className="link-button" onClick={() => setOpen(each)}>{t(each.assistants.length === 0 ? 'assistants.add' : 'action.change')}</button>}
                </dd>
              </div>
            )}
            <div><dt>{names.holding('deposit')}</dt><dd className="figures">{formatMoney(each.deposits, i18n.language)}</dd></div>
            {each.loans !== 0 && <div><dt>{names.holding('loan')}</dt><dd className="figures">{formatMoney(each.loans, i18n.language)}</dd></div>}
            {each.wealth !== 0 && <div><dt>{names.holding('wealth')}</dt><dd className="figures">{formatMoney(each.wealth, i18n.language)}</dd></div>}
            <div><dt>{t('field.lastContact')}</dt><dd>{each.lastContactAt === null ? <span className="quiet">{t('customer.in.noContact')}</span> : <When at={each.lastContactAt} />}</dd></div>
          </dl>
          {may && <Wishes number={customer.number} entity={each.entity} />}
        </div>
      ))}
      {open !== undefined && <AssistantsDialog number={customer.number} of={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
