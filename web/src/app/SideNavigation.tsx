import { useState, type ComponentType } from 'react';
import { NavLink } from 'react-router';
import {
  AnalysesIcon,
  AnswersIcon,
  ApprovalsIcon,
  AuditIcon,
  BankIcon,
  CalendarIcon,
  CampaignsIcon,
  ComponentsIcon,
  ConsentsIcon,
  CustomersIcon,
  DashboardsIcon,
  FoldIcon,
  HandoversIcon,
  ImportsIcon,
  KeyIcon,
  KnowledgeIcon,
  LibraryIcon,
  LogIcon,
  MapIcon,
  MessagesIcon,
  MoreIcon,
  OpportunitiesIcon,
  OrganisationIcon,
  PoliciesIcon,
  PoolIcon,
  ProductsIcon,
  ProspectsIcon,
  ReviewsIcon,
  RolesIcon,
  SegmentsIcon,
  SendingIcon,
  SystemsIcon,
  TasksIcon,
  TodayIcon,
  UpdatesIcon,
  UsersIcon,
  VisitsIcon,
} from '../components/icons.tsx';
import { useIsPhone } from '../components/useIsPhone.ts';
import { navigationFor, type IconName, type Place } from './navigation.ts';
import { useTranslation } from './translation.ts';

const icons: Readonly<Record<IconName, ComponentType>> = {
  map: MapIcon,
  library: LibraryIcon,
  bank: BankIcon,
  messages: MessagesIcon,
  systems: SystemsIcon,
  customers: CustomersIcon,
  calendar: CalendarIcon,
  organisation: OrganisationIcon,
  users: UsersIcon,
  roles: RolesIcon,
  approvals: ApprovalsIcon,
  audit: AuditIcon,
  keys: KeyIcon,
  components: ComponentsIcon,
  consents: ConsentsIcon,
  tasks: TasksIcon,
  handovers: HandoversIcon,
  reviews: ReviewsIcon,
  today: TodayIcon,
  visits: VisitsIcon,
  segments: SegmentsIcon,
  prospects: ProspectsIcon,
  imports: ImportsIcon,
  policies: PoliciesIcon,
  log: LogIcon,
  answers: AnswersIcon,
  campaigns: CampaignsIcon,
  products: ProductsIcon,
  knowledge: KnowledgeIcon,
  opportunities: OpportunitiesIcon,
  invitations: MessagesIcon,
  analyses: AnalysesIcon,
  updates: UpdatesIcon,
  dashboards: DashboardsIcon,
  pool: PoolIcon,
  sending: SendingIcon,
};

/** What fits under a thumb beside "more", and what is wanted there first. */
const onPhone = 4;
const thumb: readonly string[] = ['/today', '/customers', '/visits', '/calendar'];

interface Props {
  permissions: readonly string[];
  folded: boolean;
  onFold: () => void;
}

export function SideNavigation({ permissions, folded, onFold }: Props) {
  const { t } = useTranslation();
  const phone = useIsPhone();
  const sections = navigationFor(permissions);
  if (phone) {
    const places = sections.flatMap((section) => section.places);
    return <PhoneBar places={[...thumb.flatMap((to) => places.find((place) => place.to === to) ?? []), ...places.filter((place) => !thumb.includes(place.to))]} />;
  }
  return (
    <nav className="side" aria-label={t('nav.label')}>
      {sections.map((section) => (
        <div key={section.name} className="side-section">
          <div className="side-heading">{t(section.name)}</div>
          {section.places.map((place) => <PlaceLink key={place.to} place={place} named={!folded} />)}
        </div>
      ))}
      <button type="button" className="side-fold" onClick={onFold} aria-expanded={!folded} aria-label={t(folded ? 'nav.unfold' : 'nav.fold')}>
        <FoldIcon folded={folded} />
        <span className="side-text">{t('nav.fold')}</span>
      </button>
    </nav>
  );
}

function PlaceLink({ place, named, onClick }: { place: Place; named: boolean; onClick?: () => void }) {
  const { t } = useTranslation();
  const Icon = icons[place.icon];
  return (
    <NavLink to={place.to} className="side-link" title={named ? undefined : t(place.name)} onClick={onClick}>
      <Icon />
      <span className="side-text">{t(place.name)}</span>
    </NavLink>
  );
}

/** A bar under the thumb; what does not fit opens above it. */
function PhoneBar({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const fits = places.length <= onPhone + 1;
  const shown = fits ? places : places.slice(0, onPhone);
  const rest = fits ? [] : places.slice(onPhone);
  return (
    <nav className="side" aria-label={t('nav.label')}>
      {open && (
        <div className="side-rest">
          {rest.map((place) => <PlaceLink key={place.to} place={place} named onClick={() => setOpen(false)} />)}
        </div>
      )}
      {shown.map((place) => <PlaceLink key={place.to} place={place} named onClick={() => setOpen(false)} />)}
      {rest.length > 0 && (
        <button type="button" className="side-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          <MoreIcon />
          <span className="side-text">{t('nav.more')}</span>
        </button>
      )}
    </nav>
  );
}
