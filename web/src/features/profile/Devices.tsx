import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { get, pathOf, remove } from '../../api/client.ts';
import { useTranslation } from '../../app/translation.ts';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useNames } from '../../components/useNames.ts';
import { When } from '../../components/When.tsx';

interface Device {
  id: string;
  current: boolean;
  createdAt: string;
  seenAt: string;
  address: string;
  device: string;
}

interface SignIn {
  at: string;
  address: string;
  outcome: string;
}

/** Where one is signed in, each of which can be ended at once; and who tried under one's name. */
export function Devices() {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const devices = useQuery({ queryKey: ['me', 'sessions'], queryFn: ({ signal }) => get<Device[]>('/api/me/sessions', {}, signal) });
  const tries = useQuery({ queryKey: ['me', 'sign-ins'], queryFn: ({ signal }) => get<SignIn[]>('/api/me/sign-ins', {}, signal) });
  const end = useMutation({ mutationFn: (id: string) => remove(pathOf('me', 'sessions', id)), onSuccess: () => client.invalidateQueries({ queryKey: ['me', 'sessions'] }) });
  const error = devices.error ?? tries.error ?? end.error;
  return (
    <section className="profile-part">
      <h2>{t('devices.title')}</h2>
      {error !== null && <Problem error={error} />}
      {devices.data === undefined ? (
        <PageSkeleton rows={3} />
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead><tr><th scope="col">{t('devices.device')}</th><th scope="col">{t('devices.address')}</th><th scope="col">{t('devices.since')}</th><th scope="col">{t('devices.seen')}</th><th scope="col">{t('field.actions')}</th></tr></thead>
            <tbody>
              {devices.data.map((device) => (
                <tr key={device.id}>
                  <td>{device.device}</td>
                  <td className="mono">{device.address}</td>
                  <td><When at={device.createdAt} /></td>
                  <td><When at={device.seenAt} /></td>
                  <td>{device.current ? <Tag color="success" variant="filled">{t('devices.this')}</Tag> : <Button size="small" disabled={end.isPending} onClick={() => end.mutate(device.id)}>{t('devices.end')}</Button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2 className="section-heading">{t('devices.history')}</h2>
      {tries.data !== undefined && (
        <div className="table-scroll">
          <table className="plain-table">
            <thead><tr><th scope="col">{t('field.at')}</th><th scope="col">{t('devices.address')}</th><th scope="col">{t('field.outcome')}</th></tr></thead>
            <tbody>
              {tries.data.map((each, index) => (
                <tr key={`${each.at} ${index}`}><td><When at={each.at} /></td><td className="mono">{each.address}</td><td>{names.signIn(each.outcome)}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
