import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { eventsKey, feedQuery, importEvents, makeFeed, revokeFeed, type Imported } from '../../api/calendar.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { Secret } from '../../components/Secret.tsx';
import { When } from '../../components/When.tsx';

/** One's calendar in other programs, by a secret address; and other calendars in here, by a file. */
export function SubscribeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const feed = useQuery(feedQuery);
  const again = () => client.invalidateQueries({ queryKey: feedQuery.queryKey });
  const make = useMutation({ mutationFn: makeFeed, onSuccess: again });
  const revoke = useMutation({ mutationFn: revokeFeed, onSuccess: () => { make.reset(); return again(); } });
  const [text, setText] = useState('');
  const preview = useMutation({ mutationFn: (file: string) => importEvents(file, true) });
  const take = useMutation({ mutationFn: () => importEvents(text, false), onSuccess: () => client.invalidateQueries({ queryKey: eventsKey }) });
  const error = make.error ?? revoke.error ?? preview.error ?? take.error;
  return (
    <Modal open width={520} title={t('calendar.subscribe')} footer={<Button onClick={onClose}>{t('action.close')}</Button>} onCancel={onClose}>
      <h2 className="calendar-part">{t('calendar.feed')}</h2>
      <p className="dialog-text">{t('calendar.feed.help')}</p>
      {make.data !== undefined && <Secret help={t('calendar.feed.address')} value={`${location.origin}${make.data.path}`} />}
      {feed.data?.exists === true && (
        <p className="quiet">
          {t('calendar.feed.made')} {feed.data.createdAt !== null && <When at={feed.data.createdAt} />} · {feed.data.usedAt === null ? t('calendar.feed.unused') : <>{t('calendar.feed.used')} <When at={feed.data.usedAt} /></>}
        </p>
      )}
      <div className="calendar-guests">
        <Button loading={make.isPending} onClick={() => make.mutate()}>{t(feed.data?.exists === true ? 'calendar.feed.again' : 'calendar.feed.make')}</Button>
        {feed.data?.exists === true && <Button danger loading={revoke.isPending} onClick={() => revoke.mutate()}>{t('calendar.feed.revoke')}</Button>}
      </div>
      <h2 className="calendar-part">{t('calendar.import')}</h2>
      <label className="dialog-field">
        <span>{t('calendar.import.file')}</span>
        <input
          type="file"
          accept=".ics,text/calendar"
          onChange={(change) => {
            take.reset();
            void change.target.files?.[0]?.text().then((read) => { setText(read); preview.mutate(read); });
          }}
        />
      </label>
      {take.data === undefined && preview.data !== undefined && (
        <>
          <Outcome outcome={preview.data} />
          <Button type="primary" disabled={Number(preview.data.added) + Number(preview.data.changed) === 0} loading={take.isPending} onClick={() => take.mutate()}>
            {t('calendar.import.take', { count: Number(preview.data.added) + Number(preview.data.changed) })}
          </Button>
        </>
      )}
      {take.data !== undefined && <p role="status">{t('calendar.import.done', { added: take.data.added, changed: take.data.changed })}</p>}
      {error !== null && <Problem error={error} />}
    </Modal>
  );
}

function Outcome({ outcome }: { outcome: Imported }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('calendar.import.preview', { added: outcome.added, changed: outcome.changed })}</p>
      {outcome.refused.length > 0 && <ul>{outcome.refused.map((each, index) => <li key={index}>{each.title}: {t(`problem.${each.because}`)}</li>)}</ul>}
    </>
  );
}
