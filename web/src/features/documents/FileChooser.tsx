import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { useIsPhone } from '../../components/useIsPhone.ts';
import { prepare, type Chosen } from './shrink.ts';
import './documents.css';

interface Props {
  /** What the browser offers; the server looks for itself. */
  accept: string;
  percent: number | null;
  onChoose: (chosen: readonly Chosen[]) => void;
}

/** Files by drag and drop, from the disk, or from a phone's camera. */
export function FileChooser({ accept, percent, onChoose }: Props) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = async (list: FileList | null) => onChoose(await Promise.all([...(list ?? [])].map(prepare)));
  const input = (ref: typeof files, types: string, capture?: 'environment') => (
    <input
      ref={ref}
      type="file"
      hidden
      multiple={capture === undefined}
      accept={types}
      capture={capture}
      aria-label={t(capture === undefined ? 'documents.choose' : 'documents.photo')}
      onChange={(event) => {
        const { files: list } = event.target;
        void take(list).then(() => {
          // So that the same file can be chosen again.
          if (ref.current !== null) ref.current.value = '';
        });
      }}
    />
  );
  return (
    <div
      className="file-chooser"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files);
      }}
    >
      {input(files, accept)}
      {percent !== null ? (
        <span className="file-sending" role="status"><progress max={100} value={percent} aria-hidden="true" />{t('documents.sending', { percent })}</span>
      ) : (
        <>
          {isPhone && input(camera, 'image/*', 'environment')}
          {isPhone && <Button onClick={() => camera.current?.click()}>{t('documents.photo')}</Button>}
          {!isPhone && <span className="quiet">{t('documents.drop')}</span>}
          <Button onClick={() => files.current?.click()}>{t('documents.choose')}</Button>
        </>
      )}
    </div>
  );
}
