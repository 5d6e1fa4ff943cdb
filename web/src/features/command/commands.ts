import type { Section } from '../../app/navigation.ts';
import type { Bookmark } from '../../api/places.ts';
import type { FoundCustomer } from '../../api/search.ts';

/** One thing that the command box offers. */
export interface Command {
  id: string;
  group: 'customers' | 'favourites' | 'recents' | 'pages' | 'actions';
  label: string;
  hint?: string;
  to?: string;
  /** What it does, where it leads nowhere. */
  act?: string;
}

export interface Offer {
  text: string;
  customers: readonly FoundCustomer[];
  favourites: readonly Bookmark[];
  recents: readonly Bookmark[];
  sections: readonly Section[];
  actions: readonly string[];
  /** Names in the reader's language. */
  nameOf: (key: string) => string;
}

/** Recents beyond these are history, not a shortcut. */
const mostRecents = 6;

/** Without a word: where one was and what one keeps. With one: customers first, then what has it in its name, in this language or its address. */
export function commandsFor({ text, customers, favourites, recents, sections, actions, nameOf }: Offer): Command[] {
  const wanted = text.trim().toLowerCase();
  const fits = (...names: readonly string[]) => names.some((name) => name.toLowerCase().includes(wanted));
  const kept = favourites.filter((each) => fits(each.title));
  const been = recents.filter((each) => fits(each.title) && !favourites.some((favourite) => favourite.to === each.to)).slice(0, mostRecents);
  return [
    ...customers.map((found): Command => ({
      id: `customer ${found.number}`,
      group: 'customers',
      label: found.name === '' ? found.number : found.name,
      hint: [found.number, found.document, found.mobile, found.unitName].filter(Boolean).join(' · '),
      to: `/customers/${found.number}`,
    })),
    ...kept.map((each): Command => ({ id: `favourite ${each.to}`, group: 'favourites', label: each.title, to: each.to })),
    ...been.map((each): Command => ({ id: `recent ${each.to}`, group: 'recents', label: each.title, to: each.to })),
    ...sections.flatMap((section) => section.places).filter((place) => fits(nameOf(place.name), place.to)).map((place): Command => ({
      id: `page ${place.to}`, group: 'pages', label: nameOf(place.name), to: place.to,
    })),
    ...actions.filter((act) => fits(nameOf(`command.${act}`))).map((act): Command => ({ id: `action ${act}`, group: 'actions', label: nameOf(`command.${act}`), act })),
  ];
}
