import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { customerQuery, followCustomer } from '../../api/customers.ts';
import { useTranslation } from '../../app/translation.ts';

/** Whether one keeps an eye on the customer; the list finds them by it. */
export function FollowButton({ number }: { number: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const customer = useQuery(customerQuery(number)).data;
  const change = useMutation({
    mutationFn: (on: boolean) => followCustomer(number, on),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: customerQuery(number).queryKey }), client.invalidateQueries({ queryKey: ['list', 'customers'] })]),
  });
  if (customer === undefined) return null;
  const on = change.isPending ? change.variables : customer.followed;
  return (
    <Button size="small" aria-pressed={on} onClick={() => change.mutate(!on)}>{t(on ? 'customer.followed' : 'customer.follow')}</Button>
  );
}
