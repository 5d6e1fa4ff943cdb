import { useFavourite } from '../api/places.ts';
import { useTranslation } from '../app/translation.ts';
import { StarIcon } from './icons.tsx';

export function FavouriteStar({ to, title }: { to: string; title: string }) {
  const { t } = useTranslation();
  const { on, known, toggle } = useFavourite(to, title);
  const name = t(on ? 'favourite.remove' : 'favourite.add');
  return <button type="button" className="tool favourite" aria-pressed={on} aria-label={name} title={name} disabled={!known} onClick={toggle}><StarIcon on={on} /></button>;
}
