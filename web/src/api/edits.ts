import { queryOptions } from '@tanstack/react-query';
import { get, pathOf, post } from './client.ts';
import type { CustomerEdit } from './types.ts';

/** What people at the customer manager's desk correct; names and documents are the counter's. */
export const editable: readonly string[] = ['mobile', 'phone.home', 'phone.office', 'email', 'address.home', 'address.work', 'employer'];

/** Under the party's key, so that a change of the customer asks for both again. */
export const editsQuery = (number: string) =>
  queryOptions({
    queryKey: ['party', number, 'edits'],
    queryFn: ({ signal }) => get<CustomerEdit[]>(pathOf('customers', number, 'edits'), {}, signal),
    // What was sent is accepted within the second.
    refetchInterval: (query) => (query.state.data?.some((edit) => edit.state === 'sent') === true ? 500 : false),
  });

export const correct = (number: string, attribute: string, text: string) => post(pathOf('customers', number, 'edits'), { attributes: { [attribute]: text } });
