import { useMutation, useQueryClient } from '@tanstack/react-query';
import { workKeys } from '../../api/work.ts';

/** A change of work: afterwards all that shows work is asked for again. */
export function useWork<T>(run: (value: T) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      onDone?.();
      await Promise.all(workKeys.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}
