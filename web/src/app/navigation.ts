/** The map of the application (UX.md): sections and their pages, each with the permission that opens it. */

export type IconName = 'map' | 'messages' | 'systems' | 'customers' | 'organisation' | 'users' | 'roles' | 'approvals' | 'audit' | 'keys' | 'components' | 'consents' | 'tasks' | 'handovers' | 'reviews' | 'calendar' | 'today' | 'visits' | 'segments' | 'prospects' | 'imports' | 'policies' | 'log' | 'dashboards' | 'pool' | 'answers' | 'updates' | 'campaigns' | 'sending' | 'products' | 'knowledge' | 'opportunities' | 'library' | 'bank' | 'invitations' | 'analyses';

export interface Place {
  to: string;
  /** The key of its name in the locale files. */
  name: string;
  icon: IconName;
  permission: string;
}

export interface Section {
  name: string;
  places: readonly Place[];
}

export const sections: readonly Section[] = [
  {
    name: 'nav.crm',
    places: [
      { to: '/customers', name: 'nav.customers', icon: 'customers', permission: 'customers.read' },
      { to: '/pool', name: 'nav.pool', icon: 'pool', permission: 'customers.claim' },
      { to: '/handovers', name: 'nav.handovers', icon: 'handovers', permission: 'customers.allocate' },
      { to: '/reviews', name: 'nav.reviews', icon: 'reviews', permission: 'customers.allocate' },
      { to: '/segments', name: 'nav.segments', icon: 'segments', permission: 'customers.read' },
      { to: '/prospects', name: 'nav.prospects', icon: 'prospects', permission: 'prospects.edit' },
      { to: '/imports', name: 'nav.imports', icon: 'imports', permission: 'imports.edit' },
      { to: '/policies', name: 'nav.policies', icon: 'policies', permission: 'policies.edit' },
      { to: '/consents', name: 'nav.consents', icon: 'consents', permission: 'customers.read' },
    ],
  },
  {
    name: 'nav.work',
    places: [
      { to: '/today', name: 'nav.today', icon: 'today', permission: 'work.edit' },
      { to: '/calendar', name: 'nav.calendar', icon: 'calendar', permission: 'calendar.read' },
      { to: '/tasks', name: 'nav.tasks', icon: 'tasks', permission: 'work.edit' },
      { to: '/visits', name: 'nav.visits', icon: 'visits', permission: 'work.edit' },
      { to: '/log', name: 'nav.log', icon: 'log', permission: 'work.edit' },
    ],
  },
  {
    name: 'nav.marketing',
    places: [
      { to: '/opportunities', name: 'nav.opportunities', icon: 'opportunities', permission: 'opportunities.edit' },
      { to: '/campaigns', name: 'nav.campaigns', icon: 'campaigns', permission: 'campaigns.read' },
      { to: '/products', name: 'nav.products', icon: 'products', permission: 'products.read' },
      { to: '/knowledge', name: 'nav.knowledge', icon: 'knowledge', permission: 'knowledge.read' },
    ],
  },
  {
    name: 'nav.questionnaires',
    places: [
      { to: '/questionnaires', name: 'nav.library', icon: 'library', permission: 'questionnaires.read' },
      { to: '/bank', name: 'nav.bank', icon: 'bank', permission: 'questionnaires.read' },
      { to: '/invitations', name: 'nav.invitations', icon: 'invitations', permission: 'answers.ask' },
      { to: '/analyses', name: 'nav.analyses', icon: 'analyses', permission: 'answers.read' },
      { to: '/answers', name: 'nav.answers', icon: 'answers', permission: 'answers.read' },
      { to: '/answer-updates', name: 'nav.updates', icon: 'updates', permission: 'answers.decide' },
    ],
  },
  {
    name: 'nav.reports',
    places: [{ to: '/dashboards', name: 'nav.dashboards', icon: 'dashboards', permission: 'dashboards.read' }],
  },
  {
    name: 'nav.ecif',
    places: [
      { to: '/ecif/map', name: 'nav.map', icon: 'map', permission: 'systems.read' },
      { to: '/ecif/messages', name: 'nav.messages', icon: 'messages', permission: 'messages.read' },
      { to: '/ecif/systems', name: 'nav.systems', icon: 'systems', permission: 'systems.read' },
    ],
  },
  {
    name: 'nav.admin',
    places: [
      { to: '/admin/organisation', name: 'nav.organisation', icon: 'organisation', permission: 'organisation.read' },
      { to: '/admin/users', name: 'nav.users', icon: 'users', permission: 'users.read' },
      { to: '/admin/roles', name: 'nav.roles', icon: 'roles', permission: 'roles.read' },
      { to: '/admin/approvals', name: 'nav.approvals', icon: 'approvals', permission: 'approvals.decide' },
      { to: '/admin/audit', name: 'nav.audit', icon: 'audit', permission: 'audit.read' },
      { to: '/admin/sending', name: 'nav.sending', icon: 'sending', permission: 'messages.read' },
      { to: '/admin/keys', name: 'nav.keys', icon: 'keys', permission: 'keys.edit' },
    ],
  },
];

/** What a role may not use it does not see; a section of which nothing is left goes too. */
export function navigationFor(permissions: readonly string[]): Section[] {
  return sections
    .map((section) => ({ ...section, places: section.places.filter((place) => permissions.includes(place.permission)) }))
    .filter((section) => section.places.length > 0);
}

/** Pages that live under another one's address ask for the same permission. */
export function permissionOf(path: string): string | null {
  const place = sections.flatMap((section) => section.places).find(({ to }) => path === to || path.startsWith(`${to}/`));
  return place?.permission ?? null;
}

export function mayOpen(path: string, permissions: readonly string[]): boolean {
  const permission = permissionOf(path);
  return permission === null || permissions.includes(permission);
}

/** Where one starts: the live bank for those who watch over it, the day's work for those who have some, otherwise the first page that one may open. */
export function homeOf(permissions: readonly string[]): string {
  const places = navigationFor(permissions).flatMap((section) => section.places);
  return places.find(({ to }) => to === '/ecif/map')?.to ?? places.find(({ to }) => to === '/today')?.to ?? places[0]?.to ?? '/profile';
}
