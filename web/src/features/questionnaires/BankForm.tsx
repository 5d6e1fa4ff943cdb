import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { bankQuery, saveBankItem, type BankItem, type Fragment } from '../../api/library.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { UnitSelect } from '../../components/UnitSelect.tsx';
import { readChoices, simpleTypes, typedChoices } from './bankFragment.ts';
import { textIn } from './outline.ts';

const chosen: ReadonlySet<string> = new Set(['radiogroup', 'checkbox', 'dropdown']);

/** A question of the usual types in both languages; others come into the bank from the designer. */
export function BankForm({ item, onClose }: { item: BankItem | null; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const before = (item?.fragment ?? {}) as Fragment;
  const [type, setType] = useState(String(before['type'] ?? 'radiogroup'));
  const [name, setName] = useState(textIn(before['name'], 'en'));
  const [chinese, setChinese] = useState(textIn(before['title'], 'zh-CN'));
  const [english, setEnglish] = useState(typeof before['title'] === 'object' ? textIn(before['title'], 'en') : '');
  const [choices, setChoices] = useState(typedChoices(before));
  const [required, setRequired] = useState(before['isRequired'] === true);
  const [tags, setTags] = useState<string[]>(item?.tags ?? []);
  const [unit, setUnit] = useState('');
  const listed = chosen.has(type) ? readChoices(choices, before) : [];
  const fragment: Fragment = {
    type, name: name.trim(), title: english.trim() === '' ? chinese.trim() : { default: chinese.trim(), en: english.trim() },
    ...(required ? { isRequired: true } : {}), ...(listed.length > 0 ? { choices: listed } : {}), ...(listed.length > 0 && listed.every((each) => each['score'] !== undefined) ? { scored: true } : {}),
  };
  const save = useMutation({
    mutationFn: () => saveBankItem(item, fragment, tags, unit),
    onSuccess: async () => {
      if (item !== null) await client.invalidateQueries({ queryKey: bankQuery(item.id).queryKey });
      await client.invalidateQueries({ queryKey: ['list', 'bank'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      width={600}
      title={t(item === null ? 'bank.add' : 'bank.edit')}
      okText={t(item === null ? 'bank.add.ok' : 'bank.edit.ok')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: name.trim() === '' || chinese.trim() === '' || (chosen.has(type) && listed.length < 2) }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="form-two">
        <div className="dialog-field">
          <span>{t('column.bank.type')}</span>
          <Select aria-label={t('column.bank.type')} value={type} onChange={setType} options={simpleTypes.map((value) => ({ value, label: t(`option.bank.type.${value}`) }))} />
        </div>
        <label className="dialog-field">
          <span>{t('bank.name')}</span>
          <Input name="name" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="dialog-field">
          <span>{t('bank.title.zh')}</span>
          <Input name="chinese" maxLength={200} value={chinese} onChange={(event) => setChinese(event.target.value)} />
        </label>
        <label className="dialog-field">
          <span>{t('bank.title.en')}</span>
          <Input name="english" maxLength={200} value={english} onChange={(event) => setEnglish(event.target.value)} />
        </label>
      </div>
      {chosen.has(type) && (
        <label className="dialog-field">
          <span>{t('bank.choices')}</span>
          <Input.TextArea name="choices" rows={5} value={choices} placeholder={t('bank.choices.hint')} onChange={(event) => setChoices(event.target.value)} />
        </label>
      )}
      <div className="form-two">
        <div className="dialog-field">
          <span>{t('column.bank.labels')}</span>
          <Select mode="tags" aria-label={t('column.bank.labels')} open={false} suffixIcon={null} tokenSeparators={[',', '，', ' ']} value={tags} onChange={setTags} />
        </div>
        {item === null && (
          <div className="dialog-field">
            <span>{t('library.unit')}</span>
            <UnitSelect label={t('library.unit')} value={unit} onChange={setUnit} />
          </div>
        )}
      </div>
      <Checkbox checked={required} onChange={(event) => setRequired(event.target.checked)}>{t('bank.required')}</Checkbox>
      {save.error !== null && <Problem error={save.error} />}
    </Modal>
  );
}
