import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { setWish, wishesQuery, type Wish } from '../../api/care.ts';
import { useTranslation } from '../../app/translation.ts';
import { Problem } from '../../components/Problem.tsx';

const calendars = ['solar', 'lunar', 'none'] as const;

/** How a customer wants to be cared for in a legal entity: by which calendar the birthday is kept, and until when they are left alone. */
export function Wishes({ number, entity }: { number: string; entity: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = wishesQuery(number);
  const wish = useQuery(query).data?.find((each) => each.entity === entity);
  const change = useMutation({ mutationFn: (next: Wish) => setWish(number, next), onSettled: () => client.invalidateQueries({ queryKey: query.queryKey }) });
  if (wish === undefined) return null;
  return (
    <dl className="customer-wishes">
      <div>
        <dt>{t('wishes.calendar')}</dt>
        <dd>
          <Select
            size="small"
            variant="borderless"
            aria-label={t('wishes.calendar')}
            value={wish.calendar}
            disabled={change.isPending}
            options={calendars.map((each) => ({ value: each, label: t(`wishes.calendar.${each}`) }))}
            onChange={(calendar: string) => change.mutate({ ...wish, calendar })}
          />
        </dd>
      </div>
      <div>
        <dt>{t('wishes.quiet')}</dt>
        <dd>
          <Input
            type="date"
            size="small"
            variant="borderless"
            aria-label={t('wishes.quiet')}
            value={wish.quietUntil ?? ''}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ ...wish, quietUntil: event.target.value === '' ? null : event.target.value })}
          />
        </dd>
      </div>
      {change.error !== null && <Problem error={change.error} />}
    </dl>
  );
}
