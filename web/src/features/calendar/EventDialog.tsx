import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { addEvent, answerInvitation, changeEvent, conflictsQuery, eventsKey, removeEvent, type CalendarEvent, type EventDraft, type Span } from '../../api/calendar.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';
import { GuestFields } from './GuestFields.tsx';
import { SpanDialog } from './SpanDialog.tsx';
import { addDays, momentOf, offeredRules, wallOf } from './wall.ts';

const reminders = [0, 5, 15, 30, 60, 1440] as const;

/** Shows an event to who may not change it, lets the others write it, and says who is taken meanwhile. */
export function EventDialog({ event, onClose }: { event: CalendarEvent | EventDraft; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const known = 'id' in event ? event : null;
  const mayEdit = known?.mayEdit ?? true;
  const [draft, setDraft] = useState<EventDraft>(() => (known === null ? (event as EventDraft) : { ...known, guests: known.guests.map((guest) => guest.person) }));
  const [asking, setAsking] = useState<'save' | 'remove' | null>(null);
  const set = (part: Partial<EventDraft>) => setDraft((before) => ({ ...before, ...part }));
  const start = draft.startsAt.slice(0, 10);
  const rules = offeredRules(start);
  const valid = (draft.title ?? '').trim() !== '' && draft.endsAt > draft.startsAt;
  const conflicts = useQuery({
    ...conflictsQuery({ startsAt: draft.startsAt, endsAt: draft.endsAt, people: draft.guests ?? [], except: known?.id ?? null }),
    enabled: mayEdit && valid && !draft.allDay,
  });
  const done = async () => {
    await client.invalidateQueries({ queryKey: eventsKey });
    onClose();
  };
  const save = useMutation({ mutationFn: (span: Span) => (known === null ? addEvent(draft) : changeEvent(known, span === 'one' ? { ...draft, rule: null } : draft, span)), onSuccess: done });
  const take = useMutation({ mutationFn: (span: Span) => (known === null ? Promise.resolve() : removeEvent(known, span)), onSuccess: done });
  const answer = useMutation({ mutationFn: (said: 'accepted' | 'declined') => answerInvitation(known?.id ?? 0, said), onSuccess: done });
  const act = (what: 'save' | 'remove') => {
    if (known !== null && known.rule !== null) setAsking(what);
    else if (what === 'save') save.mutate('all');
    else take.mutate('all');
  };
  const error = save.error ?? take.error ?? answer.error;
  return (
    <Modal
      open
      width={520}
      title={known === null ? t('calendar.new') : mayEdit ? t('calendar.change') : known.title}
      onCancel={onClose}
      footer={[
        known !== null && mayEdit && <Button key="remove" danger loading={take.isPending} onClick={() => act('remove')}>{t('calendar.remove')}</Button>,
        known?.answer != null && <Button key="decline" disabled={known.answer === 'declined'} onClick={() => answer.mutate('declined')}>{t('calendar.decline')}</Button>,
        known?.answer != null && <Button key="accept" type="primary" disabled={known.answer === 'accepted'} onClick={() => answer.mutate('accepted')}>{t('calendar.accept')}</Button>,
        <Button key="close" onClick={onClose}>{t('action.cancel')}</Button>,
        mayEdit && <Button key="save" type="primary" disabled={!valid} loading={save.isPending} onClick={() => act('save')}>{t('calendar.save')}</Button>,
      ]}
    >
      <fieldset className="calendar-form" disabled={!mayEdit}>
        <label className="dialog-field"><span>{t('calendar.field.title')}</span><Input autoFocus={known === null} maxLength={200} value={draft.title ?? ''} onChange={(e) => set({ title: e.target.value })} /></label>
        <Checkbox
          checked={draft.allDay}
          onChange={(e) => set(e.target.checked ? { allDay: true, startsAt: momentOf(`${start}T00:00`), endsAt: momentOf(`${addDays(start, 1)}T00:00`), remindMinutes: null } : { allDay: false, startsAt: momentOf(`${start}T09:00`), endsAt: momentOf(`${start}T10:00`) })}
        >
          {t('calendar.field.allDay')}
        </Checkbox>
        <div className="calendar-times">
          <label className="dialog-field">
            <span>{t('calendar.field.starts')}</span>
            <Input type={draft.allDay ? 'date' : 'datetime-local'} value={draft.allDay ? start : wallOf(draft.startsAt)} onChange={(e) => { if (e.target.value !== '') set(moveStart(draft, e.target.value)); }} />
          </label>
          <label className="dialog-field">
            <span>{t('calendar.field.ends')}</span>
            <Input
              type={draft.allDay ? 'date' : 'datetime-local'}
              value={draft.allDay ? addDays(draft.endsAt.slice(0, 10), -1) : wallOf(draft.endsAt)}
              onChange={(e) => { if (e.target.value !== '') set({ endsAt: draft.allDay ? momentOf(`${addDays(e.target.value, 1)}T00:00`) : momentOf(e.target.value) }); }}
            />
          </label>
        </div>
        <div className="calendar-times">
          <label className="dialog-field">
            <span>{t('calendar.field.repeats')}</span>
            <Select
              aria-label={t('calendar.field.repeats')}
              disabled={!mayEdit}
              value={draft.rule ?? ''}
              onChange={(rule) => set({ rule: rule === '' ? null : rule })}
              options={[
                { value: '', label: t('calendar.rule.none') },
                ...Object.entries(rules).map(([name, rule]) => ({ value: rule, label: t(`calendar.rule.${name}`) })),
                ...(draft.rule === null || Object.values(rules).includes(draft.rule) ? [] : [{ value: draft.rule, label: draft.rule }]),
              ]}
            />
          </label>
          <label className="dialog-field">
            <span>{t('calendar.field.remind')}</span>
            <Select
              aria-label={t('calendar.field.remind')}
              disabled={!mayEdit}
              value={draft.remindMinutes === null ? -1 : Number(draft.remindMinutes)}
              onChange={(minutes) => set({ remindMinutes: minutes < 0 ? null : minutes })}
              options={[{ value: -1, label: t('calendar.remind.never') }, ...reminders.map((minutes) => ({ value: minutes, label: t(`calendar.remind.m${minutes}`) }))]}
            />
          </label>
        </div>
        {draft.rule !== null && <label className="dialog-field"><span>{t('calendar.field.rule')}</span><Input className="mono" value={draft.rule} onChange={(e) => set({ rule: e.target.value })} /></label>}
        <label className="dialog-field"><span>{t('calendar.field.place')}</span><Input maxLength={200} value={draft.place ?? ''} onChange={(e) => set({ place: e.target.value })} /></label>
        <GuestFields event={known} guests={draft.guests ?? []} mayEdit={mayEdit} onChange={(guests) => set({ guests })} />
        <label className="dialog-field"><span>{t('calendar.field.customer')}</span><Input className="mono" value={draft.customer ?? ''} onChange={(e) => set({ customer: e.target.value.trim() === '' ? null : e.target.value.trim() })} /></label>
        {known?.customer != null && <Link to={`/customers/${known.customer}`}>{t('calendar.customer.open', { number: known.customer })}</Link>}
        <label className="dialog-field"><span>{t('calendar.field.note')}</span><Input.TextArea rows={3} maxLength={4000} value={draft.note ?? ''} onChange={(e) => set({ note: e.target.value })} /></label>
      </fieldset>
      {(conflicts.data ?? []).length > 0 && (
        <Alert type="warning" showIcon title={t('calendar.conflicts')} description={conflicts.data?.map((each) => `${each.name} ${wallOf(each.startsAt).slice(11)}–${wallOf(each.endsAt).slice(11)}`).join('; ')} />
      )}
      {error !== null && <Problem error={error} />}
      {asking !== null && <SpanDialog verb={asking} onCancel={() => setAsking(null)} onChoose={(span) => { setAsking(null); (asking === 'save' ? save : take).mutate(span); }} />}
    </Modal>
  );
}

/** The end moves along, so that what lasts an hour lasts an hour. */
function moveStart(draft: EventDraft, typed: string): Partial<EventDraft> {
  const startsAt = momentOf(draft.allDay ? `${typed}T00:00` : typed);
  const end = new Date(new Date(startsAt).getTime() + new Date(draft.endsAt).getTime() - new Date(draft.startsAt).getTime() + 8 * 3_600_000);
  return { startsAt, endsAt: momentOf(end.toISOString()) };
}
