import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { invitationQuery, withdrawInvitation } from '../../api/invitations.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { LinkView } from './LinkView.tsx';

/** An invitation with its link; withdrawn, the link opens nothing any more. */
export function InvitationPanel({ id }: { id: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data, error } = useQuery(invitationQuery(id));
  const withdraw = useMutation({
    mutationFn: () => withdrawInvitation(id),
    onSuccess: () => Promise.all([['list', 'invitations'], ['invitations']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return <PageSkeleton rows={6} />;
  return (
    <>
      <LinkView invitation={data} />
      {data.state === 'open' && <Button danger size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>{t('asking.withdraw')}</Button>}
      {withdraw.error !== null && <Problem error={withdraw.error} />}
    </>
  );
}
