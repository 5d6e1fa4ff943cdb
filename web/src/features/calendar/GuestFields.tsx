import { Button, Tag } from 'antd';
import type { CalendarEvent } from '../../api/calendar.ts';
import { useTranslation } from '../../app/translation.ts';
import { PersonSelect } from '../../components/PersonSelect.tsx';

interface Props {
  event: CalendarEvent | null;
  guests: readonly string[];
  mayEdit: boolean;
  onChange: (guests: string[]) => void;
}

/** Who is asked to come, and what they said. */
export function GuestFields({ event, guests, mayEdit, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="dialog-field">
      <span>{t('calendar.field.guests')}</span>
      <div className="calendar-guests">
        {guests.map((person) => {
          const known = event?.guests.find((guest) => guest.person === person);
          return (
            <Tag key={person} color={known?.answer === 'accepted' ? 'green' : known?.answer === 'declined' ? 'red' : undefined}>
              {known?.name ?? person} {known !== undefined && t(`calendar.answer.${known.answer}`)}
              {mayEdit && <Button type="link" size="small" aria-label={t('calendar.guest.remove')} onClick={() => onChange(guests.filter((each) => each !== person))}>×</Button>}
            </Tag>
          );
        })}
        {mayEdit && <PersonSelect key={guests.length} by="id" label={t('calendar.guest.add')} value="" onChange={(person) => { if (person !== '' && !guests.includes(person)) onChange([...guests, person]); }} />}
      </div>
    </div>
  );
}
