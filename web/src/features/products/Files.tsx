import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { attachFile, fileOf, productQuery, removeFile, type Product } from '../../api/products.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { When } from '../../components/When.tsx';
import { formatBytes } from '../../format/figures.ts';
import { FileChooser } from '../documents/FileChooser.tsx';

/** Sheets and forms that go with a product; they are saved, never opened in the page. */
export function Files({ product }: { product: Product }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [percent, setPercent] = useState<number | null>(null);
  const after = { onSettled: () => client.invalidateQueries({ queryKey: productQuery(product.code).queryKey }) };
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await attachFile(product.code, file, (part) => setPercent(Math.round(part * 100)));
    },
    onSettled: () => {
      setPercent(null);
      return after.onSettled();
    },
  });
  const drop = useMutation({ mutationFn: (id: number) => removeFile(product.code, id), ...after });
  const error = add.error ?? drop.error;
  return (
    <div className="product-files">
      {product.files.length === 0 && <p className="quiet">{t('products.files.none')}</p>}
      <ul>
        {product.files.map((file) => (
          <li key={file.id}>
            <a href={fileOf(product.code, file.id)} download={file.name}>{file.name}</a>
            <span className="quiet figures">{formatBytes(file.bytes, i18n.language)} · <When at={file.at} /></span>
            {product.mayEdit && <Button size="small" danger loading={drop.isPending && drop.variables === file.id} aria-label={t('products.files.remove', { name: file.name })} onClick={() => drop.mutate(file.id)}>{t('imports.remove')}</Button>}
          </li>
        ))}
      </ul>
      {product.mayEdit && <FileChooser accept=".pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.webp,.txt" percent={percent} onChoose={(chosen) => add.mutate(chosen.map((each) => each.file))} />}
      {error !== null && <Problem error={error} />}
    </div>
  );
}
