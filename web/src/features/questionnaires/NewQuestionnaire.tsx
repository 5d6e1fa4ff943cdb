import { useMutation } from '@tanstack/react-query';
import { Checkbox, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addQuestionnaire, kinds, templates } from '../../api/library.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';

/** A new questionnaire, empty or from one that ships; it opens at once. */
export function NewQuestionnaire({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [template, setTemplate] = useState('');
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<string>('survey');
  const [anonymous, setAnonymous] = useState(false);
  const [unit, setUnit] = useState('');
  const add = useMutation({
    mutationFn: () => addQuestionnaire({ kind: template === '' ? kind : template, anonymous, ...(title.trim() === '' ? {} : { title: title.trim() }), ...(template === '' ? {} : { template }), ...(unit === '' ? {} : { unit }) }),
    onSuccess: ({ id }) => navigate(`/questionnaires/${id}`),
  });
  return (
    <Modal
      open
      width={560}
      title={t('library.new')}
      okText={t('library.new.ok')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: template === '' && title.trim() === '' }}
      confirmLoading={add.isPending}
      onOk={() => add.mutate()}
      onCancel={onClose}
    >
      <Radio.Group className="template-choice" value={template} onChange={(event) => setTemplate(String(event.target.value))} aria-label={t('library.begin')}>
        {['', ...templates].map((each) => (
          <Radio key={each} value={each}>
            <b>{each === '' ? t('library.template.empty') : t(`library.template.${each as 'risk'}`)}</b>
            <span className="quiet">{each === '' ? t('library.template.empty.help') : t(`library.template.${each as 'risk'}.help`)}</span>
          </Radio>
        ))}
      </Radio.Group>
      <div className="form-two">
        <label className="dialog-field">
          <span>{t('library.title')}</span>
          <Input name="title" maxLength={100} value={title} placeholder={template === '' ? '' : t('library.title.template')} onChange={(event) => setTitle(event.target.value)} />
        </label>
        {template === '' && (
          <div className="dialog-field">
            <span>{t('column.questionnaires.kind')}</span>
            <Select aria-label={t('column.questionnaires.kind')} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`option.questionnaires.kind.${value}`) }))} />
          </div>
        )}
        <div className="dialog-field">
          <span>{t('library.unit')}</span>
          <UnitSelect label={t('library.unit')} value={unit} onChange={setUnit} />
        </div>
      </div>
      <Checkbox checked={anonymous} onChange={(event) => setAnonymous(event.target.checked)}>{t('library.anonymous')}</Checkbox>
      {add.error !== null && <Problem error={add.error} />}
    </Modal>
  );
}
