import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { invite } from '../../api/invitations.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { QuestionnaireSelect } from '../../components/QuestionnaireSelect.tsx';
import { LinkView } from './LinkView.tsx';

interface Props {
  /** Their number; without one whoever has the link answers. */
  customer?: string;
  /** Somebody who is to become one. */
  prospect?: string;
  /** Where it is known what is asked. */
  questionnaire?: string;
  onClose: () => void;
}

const toCustomer = ['manager', 'link', 'sms', 'mail'] as const;
const toProspect = ['manager', 'link'] as const;
const toAnybody = ['qr', 'anonymous'] as const;
type Way = (typeof toCustomer)[number] | (typeof toAnybody)[number];

/** Asks one customer or prospect, or makes a link and a code for whoever has it. */
export function AskDialog({ customer, prospect, questionnaire, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const somebody = (customer ?? prospect) !== undefined;
  const ways: readonly Way[] = customer !== undefined ? toCustomer : somebody ? toProspect : toAnybody;
  const [what, setWhat] = useState(questionnaire ?? '');
  const [way, setWay] = useState<Way>(ways[0] ?? 'link');
  const [days, setDays] = useState(30);
  const [remind, setRemind] = useState('');
  const sent = way === 'sms' || way === 'mail';
  const ask = useMutation({
    mutationFn: () =>
      invite({
        questionnaire: what,
        days,
        via: sent ? 'link' : way,
        ...(customer === undefined ? {} : { customer }),
        ...(prospect === undefined ? {} : { prospect }),
        ...(sent ? { send: way } : {}),
        ...(remind === '' || !somebody || way === 'manager' ? {} : { remindBy: remind === 'same' ? way : 'person', remindDays: 3, reminders: 2 }),
      }),
    onSuccess: () => Promise.all([['list', 'invitations'], ['invitations']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  if (ask.data !== undefined) {
    return (
      <Modal open width={440} title={t('asking.made')} footer={null} onCancel={onClose}>
        <LinkView invitation={ask.data} sentBy={sent ? way : null} together={way === 'manager'} />
      </Modal>
    );
  }
  return (
    <Modal
      open
      width={440}
      title={customer !== undefined ? t('asking.title') : somebody ? t('asking.title.prospect') : t('asking.title.anybody')}
      okText={way === 'manager' ? t('asking.ok.together') : sent ? t('asking.ok.send') : t('asking.ok.link')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: what === '' }}
      confirmLoading={ask.isPending}
      onOk={() => ask.mutate()}
      onCancel={onClose}
    >
      {questionnaire === undefined && (
        <div className="dialog-field">
          <span>{t('asking.questionnaire')}</span>
          <QuestionnaireSelect label={t('asking.questionnaire')} value={what} onChange={setWhat} />
        </div>
      )}
      <div className="dialog-field" role="group" aria-label={t('asking.way')}>
        <span>{t('asking.way')}</span>
        <Radio.Group className="ask-ways" value={way} onChange={(event) => setWay(event.target.value as Way)} options={ways.map((each) => ({ value: each, label: t(`asking.way.${each}`) }))} />
      </div>
      <div className="form-two">
        <div className="dialog-field">
          <span>{t('asking.days')}</span>
          <Select aria-label={t('asking.days')} value={days} onChange={setDays} options={[1, 7, 30, 90, 366].map((each) => ({ value: each, label: t('asking.days.count', { count: each }) }))} />
        </div>
        {somebody && way !== 'manager' && (
          <div className="dialog-field">
            <span>{t('asking.remind')}</span>
            <Select aria-label={t('asking.remind')} value={remind} onChange={setRemind} options={['', 'person', ...(sent ? ['same'] : [])].map((each) => ({ value: each, label: t(`asking.remind.${each === '' ? 'none' : (each as 'person')}`) }))} />
          </div>
        )}
      </div>
      {ask.error !== null && <Problem error={ask.error} />}
    </Modal>
  );
}
