import { describe, expect, it } from 'vitest';
import { navigationFor } from '../../app/navigation.ts';
import { commandsFor, type Offer } from './commands.ts';

const offer: Offer = {
  text: '',
  customers: [],
  favourites: [{ to: '/customers/1', title: '1' }],
  recents: Array.from({ length: 9 }, (_, index) => ({ to: `/customers/${index}`, title: String(index) })),
  sections: navigationFor(['customers.read', 'audit.read']),
  actions: ['theme', 'signOut'],
  nameOf: (key) => key,
};

describe('WEB-20 the command box offers what one may reach', () => {
  it('starts with favourites, then where one was, each once', () => {
    const commands = commandsFor(offer);
    expect(commands[0]).toMatchObject({ group: 'favourites', to: '/customers/1' });
    expect(commands.filter((each) => each.group === 'recents')).toHaveLength(6);
    expect(commands.filter((each) => each.to === '/customers/1')).toHaveLength(1);
    expect(commands.filter((each) => each.group === 'pages').map((each) => each.to)).toEqual(offer.sections.flatMap((section) => section.places.map(({ to }) => to)));
  });

  it('puts customers before pages, and keeps what fits the word', () => {
    const commands = commandsFor({ ...offer, text: 'Audit', customers: [{ number: '8', name: '', kind: 'person', document: null, mobile: '138****5678', unitName: null }] });
    expect(commands.map((each) => each.id)).toEqual(['customer 8', 'page /admin/audit']);
    expect(commands[0]).toMatchObject({ label: '8', hint: '8 · 138****5678' });
  });
});
