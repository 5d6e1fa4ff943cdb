import { useQuery } from '@tanstack/react-query';
import type { ListDescription, ListOption } from '../../api/lists.ts';
import { pipelinesQuery } from '../../api/opportunities.ts';
import { productsOnSaleQuery } from '../../api/products.ts';
import { segmentsQuery, tagsQuery } from '../../api/segments.ts';
import { useMay } from '../../api/session.ts';
import { useNames } from '../useNames.ts';
import { pipelineChoices, stageChoices } from './pipelineChoices.ts';

/** Fills in the values of columns whose values people make themselves: tags, segments, products, pipelines and stages. */
export function useColumnOptions(described: ListDescription | undefined): (description: ListDescription) => ListDescription {
  const has = (name: string) => described?.columns.some((column) => column.name === name) === true;
  const tags = useQuery({ ...tagsQuery, enabled: has('tags') });
  const segments = useQuery({ ...segmentsQuery, enabled: has('segment') });
  const names = useNames();
  const may = useMay()('products.read');
  const products = useQuery({ ...productsOnSaleQuery, enabled: may && has('product') });
  const pipelines = useQuery({ ...pipelinesQuery, enabled: has('pipeline') }).data?.pipelines;
  const onSale = products.data?.map((product) => ({ value: product.code, label: names.both(product.name) }));
  const options: Readonly<Record<string, readonly ListOption[] | undefined>> = {
    tags: tags.data?.map((tag) => ({ value: tag.id, label: tag.name })),
    product: onSale,
    eligible: onSale,
    ...(pipelines === undefined ? {} : { pipeline: pipelineChoices(pipelines), stage: stageChoices(pipelines) }),
    segment: segments.data?.map((segment) => ({ value: segment.id, label: segment.name })),
  };
  return (description) => ({
    ...description,
    columns: description.columns.map((column) => {
      const filled = options[column.name];
      return filled === undefined ? column : { ...column, options: filled };
    }),
  });
}
