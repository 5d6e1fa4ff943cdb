import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { attachFile, fileOf, productQuery, removeFile, type Product, type ProductFile } from '../../api/products.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { When } from '../../components/When.tsx';
import { formatBytes } from '../../format/figures.ts';
import { FileChooser } from '../documents/FileChooser.tsx';

/** Sheets and forms of the version that counts, and of the one that is being written where one may write; they are saved, never opened in the page. */
export function Files({ product, number }: { product: Product; number: number }) {
  const { t } = useTranslation();
  const next = product.versions.length + 1;
  return (
    <div className="product-files">
      {number < next && <FileList product={product} files={filesOf(product, number)} />}
      {product.mayEdit && number < next && <h3>{t('products.files.next', { number: next })}</h3>}
      {product.mayEdit && <Written product={product} files={filesOf(product, next)} />}
    </div>
  );
}

/** The files of one version. */
export const filesOf = (product: Product, number: number): ProductFile[] => product.files.filter((file) => file.since <= number && (file.until === null || file.until > number));

export function FileList({ product, files, onRemove, removing = null }: { product: Product; files: readonly ProductFile[]; onRemove?: (id: number) => void; removing?: number | null }) {
  const { t, i18n } = useTranslation();
  if (files.length === 0) return <p className="quiet">{t('products.files.none')}</p>;
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <a href={fileOf(product.code, file.id)} download={file.name}>{file.name}</a>
          <span className="quiet figures">{formatBytes(file.bytes, i18n.language)} · <When at={file.at} /></span>
          {onRemove !== undefined && <Button size="small" danger loading={removing === file.id} aria-label={t('products.files.remove', { name: file.name })} onClick={() => onRemove(file.id)}>{t('imports.remove')}</Button>}
        </li>
      ))}
    </ul>
  );
}

function Written({ product, files }: { product: Product; files: readonly ProductFile[] }) {
  const client = useQueryClient();
  const [percent, setPercent] = useState<number | null>(null);
  const after = { onSettled: () => client.invalidateQueries({ queryKey: productQuery(product.code).queryKey }) };
  const add = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      for (const file of chosen) await attachFile(product.code, file, (part) => setPercent(Math.round(part * 100)));
    },
    onSettled: () => {
      setPercent(null);
      return after.onSettled();
    },
  });
  const drop = useMutation({ mutationFn: (id: number) => removeFile(product.code, id), ...after });
  const error = add.error ?? drop.error;
  return (
    <>
      <FileList product={product} files={files} onRemove={(id) => drop.mutate(id)} removing={drop.isPending ? drop.variables : null} />
      <FileChooser accept=".pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.webp,.txt" percent={percent} onChoose={(chosen) => add.mutate(chosen.map((each) => each.file))} />
      {error !== null && <Problem error={error} />}
    </>
  );
}
