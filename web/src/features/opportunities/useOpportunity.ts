import { useMutation, useQueryClient } from '@tanstack/react-query';
import { opportunityKeys } from '../../api/opportunities.ts';

/** A change of an opportunity: afterwards all that shows opportunities is asked for again. */
export function useOpportunity<T, R>(run: (value: T) => Promise<R>, onDone?: (result: R) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (result) => {
      onDone?.(result);
      await Promise.all(opportunityKeys.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}
