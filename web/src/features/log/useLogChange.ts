import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A change of who owes a report: afterwards all that shows the work log is asked for again. */
export function useLogChange(run: () => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      onDone?.();
      await client.invalidateQueries({ queryKey: ['log'] });
    },
  });
}
