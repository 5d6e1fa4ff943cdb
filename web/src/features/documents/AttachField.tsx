import { Button } from 'antd';
import { useTranslation } from '../../app/translation.ts';
import { formatBytes } from '../../format/figures.ts';
import { FileChooser } from './FileChooser.tsx';
import type { Chosen } from './shrink.ts';

interface Props {
  label: string;
  value: readonly Chosen[];
  onChange: (value: readonly Chosen[]) => void;
  /** While they are sent; null before and after. */
  percent: number | null;
  /** Only pictures, as of a visit. */
  pictures?: boolean;
}

/** Files that go with a form: they are sent when the form is, so that what is given up leaves nothing behind. */
export function AttachField({ label, value, onChange, percent, pictures = false }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <div className="dialog-field" role="group" aria-label={label}>
      <span>{label}</span>
      {value.length > 0 && (
        <ul className="chosen-files">
          {value.map((each, index) => (
            <li key={index}>
              {each.thumbnail !== null && <img src={each.thumbnail} alt="" />}
              <span className="chosen-name">{each.file.name}</span>
              <span className="quiet figures">{formatBytes(each.file.size, i18n.language)}</span>
              <Button size="small" disabled={percent !== null} aria-label={t('documents.remove.named', { name: each.file.name })} onClick={() => onChange(value.filter((other) => other !== each))}>×</Button>
            </li>
          ))}
        </ul>
      )}
      <FileChooser accept={pictures ? 'image/*' : 'image/*,.pdf,.docx,.xlsx,.txt,.csv'} percent={percent} onChoose={(chosen) => onChange([...value, ...chosen])} />
    </div>
  );
}
