import type { ReactNode } from 'react';

/** The few pictures that mean something here, drawn on 16 px; always beside a word or inside a named control. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {children}
    </svg>
  );
}

export const MapIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.2" />
    <circle cx="2.8" cy="3.6" r="1.3" />
    <circle cx="13.2" cy="3.6" r="1.3" />
    <circle cx="2.8" cy="12.4" r="1.3" />
    <circle cx="13.2" cy="12.4" r="1.3" />
    <path d="M3.9 4.5l2.4 2M12.1 4.5l-2.4 2M3.9 11.5l2.4-2M12.1 11.5l-2.4-2" />
  </Icon>
);

export const UndoIcon = () => (
  <Icon>
    <path d="M5.5 3L2.5 6l3 3M2.5 6h6.750a3.750 3.750 0 010 7.500H6" />
  </Icon>
);

export const RedoIcon = () => (
  <Icon>
    <path d="M10.500 3l3 3-3 3M13.500 6H6.750a3.750 3.750 0 000 7.500H10" />
  </Icon>
);

export const MessagesIcon = () => (
  <Icon>
    <path d="M2 5h9M8.5 2.5L11 5 8.5 7.5M14 11H5M7.5 8.5L5 11l2.5 2.5" />
  </Icon>
);

export const SendingIcon = () => (
  <Icon>
    <path d="M14 2L1.8 6.8l4.700 2 2 4.700L14 2zM6.500 8.800L14 2" />
  </Icon>
);

export const SystemsIcon = () => (
  <Icon>
    <rect x="2" y="2.5" width="12" height="4.5" rx="1" />
    <rect x="2" y="9" width="12" height="4.5" rx="1" />
    <path d="M4.5 4.750h.01M4.5 11.250h.01" />
  </Icon>
);

export const CustomersIcon = () => (
  <Icon>
    <circle cx="6" cy="5" r="2.6" />
    <path d="M1.5 13.5c0-2.5 2-4.2 4.5-4.2s4.5 1.7 4.5 4.2M10.6 2.7a2.6 2.6 0 010 4.6M12.3 9.8c1.4.6 2.2 2 2.2 3.7" />
  </Icon>
);

export const TasksIcon = () => (
  <Icon>
    <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
    <path d="M5.2 8.2l2 2 3.8-4.4" />
  </Icon>
);

export const CalendarIcon = () => (
  <Icon>
    <rect x="2" y="3" width="12" height="11" rx="1" />
    <path d="M2 6.5h12M5 1.5v3M11 1.5v3" />
  </Icon>
);

export const TodayIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="3" />
    <path d="M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.5 3.5l1 1M11.5 11.5l1 1M3.5 12.5l1-1M11.5 4.5l1-1" />
  </Icon>
);

export const VisitsIcon = () => (
  <Icon>
    <path d="M8 14.5c3-3.5 4.5-5.800 4.5-8a4.5 4.5 0 10-9 0c0 2.200 1.5 4.5 4.5 8z" />
    <circle cx="8" cy="6.5" r="1.6" />
  </Icon>
);

export const LogIcon = () => (
  <Icon>
    <path d="M4 2h6l2.5 2.5V14H4zM6 7h5M6 9.5h5M6 12h3" />
  </Icon>
);

export const DashboardsIcon = () => (
  <Icon>
    <path d="M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6" />
  </Icon>
);

export const LanguageIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6" />
    <path d="M2 8h12M8 2c2 1.8 2.8 3.8 2.8 6S10 12.2 8 14c-2-1.8-2.8-3.8-2.8-6S6 3.8 8 2z" />
  </Icon>
);

export const SunIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9" />
  </Icon>
);

export const MoonIcon = () => (
  <Icon>
    <path d="M13.5 9.5A5.8 5.8 0 016.5 2.5a5.8 5.8 0 107 7z" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon>
    <circle cx="8" cy="5.2" r="2.7" />
    <path d="M2.8 14c0-2.8 2.3-4.6 5.2-4.6s5.2 1.8 5.2 4.6" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.5" />
    <path d="M10.5 10.5L14 14" />
  </Icon>
);

export const RefreshIcon = () => (
  <Icon>
    <path d="M13.5 8a5.5 5.5 0 11-1.7-4M12.5 1.5V4.3H9.7" />
  </Icon>
);

export const FoldIcon = ({ folded }: { folded: boolean }) => (
  <Icon>{folded ? <path d="M4 3l5 5-5 5M9.5 3l4 5-4 5" /> : <path d="M12 3L7 8l5 5M6.5 3l-4 5 4 5" />}</Icon>
);

export const OrganisationIcon = () => (
  <Icon>
    <rect x="5.5" y="1.5" width="5" height="3.5" rx="0.8" />
    <rect x="1.5" y="11" width="5" height="3.5" rx="0.8" />
    <rect x="9.5" y="11" width="5" height="3.5" rx="0.8" />
    <path d="M8 5v3M4 11V8h8v3" />
  </Icon>
);

export const UsersIcon = () => (
  <Icon>
    <rect x="1.5" y="3" width="13" height="10" rx="1.2" />
    <circle cx="5.5" cy="7" r="1.6" />
    <path d="M3.2 11c.2-1.2 1.1-1.8 2.3-1.800s2.1.6 2.3 1.800M10 6.500h2.500M10 9.500h2.5" />
  </Icon>
);

export const RolesIcon = () => (
  <Icon>
    <path d="M8 1.500l5.5 2v4c0 3.4-2.3 5.8-5.5 7-3.2-1.2-5.5-3.6-5.5-7v-4zM5.5 8l1.8 1.8 3.2-3.5" />
  </Icon>
);

export const ApprovalsIcon = () => (
  <Icon>
    <path d="M1.5 8s2.5-4.5 6.5-4.500S14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
    <path d="M5.8 8l1.6 1.600L10.3 6.5" />
  </Icon>
);

export const AuditIcon = () => (
  <Icon>
    <path d="M3.5 1.500h6l3 3v10h-9zM9.5 1.500v3h3M5.5 7.500h5M5.5 10h5M5.5 12.300h3" />
  </Icon>
);

export const KeyIcon = () => (
  <Icon>
    <circle cx="5" cy="11" r="3" />
    <path d="M7.2 8.800l6-6M10.5 5.500l2 2M12.5 3.500l1.3 1.3" />
  </Icon>
);

export const ComponentsIcon = () => (
  <Icon>
    <rect x="2" y="2" width="5" height="5" rx="0.8" />
    <rect x="9" y="2" width="5" height="5" rx="0.8" />
    <rect x="2" y="9" width="5" height="5" rx="0.8" />
    <circle cx="11.5" cy="11.5" r="2.5" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.2" />
  </Icon>
);

export const BellIcon = () => (
  <Icon>
    <path d="M3.5 11.500h9c-1-1-1.2-2.2-1.2-4.200a3.3 3.3 0 00-6.6 0c0 2-.2 3.2-1.2 4.200zM6.7 13.800a1.5 1.5 0 002.6 0" />
  </Icon>
);

export const EditIcon = () => (
  <Icon>
    <path d="M2.5 13.5l.8-3.2 7.4-7.4 2.4 2.4-7.4 7.4zM9.2 4.4l2.4 2.4" />
  </Icon>
);

export const FilterIcon = () => (
  <Icon>
    <path d="M2 3.5h12M4.5 8h7M6.5 12.5h3" />
  </Icon>
);

export const ColumnsIcon = () => (
  <Icon>
    <rect x="2" y="2.5" width="12" height="11" rx="1" />
    <path d="M6 2.5v11M10 2.5v11" />
  </Icon>
);

export const ExportIcon = () => (
  <Icon>
    <path d="M8 2v7.5M5 6.500l3 3 3-3M2.5 11v2.500h11V11" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="M3.5 3.500l9 9M12.5 3.500l-9 9" />
  </Icon>
);

export const ArrowIcon = ({ to }: { to: 'up' | 'down' | 'left' | 'right' }) => (
  <Icon>
    <path d={{ up: 'M4 10l4-4 4 4', down: 'M4 6l4 4 4-4', left: 'M10 4L6 8l4 4', right: 'M6 4l4 4-4 4' }[to]} />
  </Icon>
);

export const ConsentsIcon = () => (
  <Icon>
    <path d="M3.500 1.500h6.500L12.500 4v10.500h-9z" />
    <path d="M5.500 8.700 7.200 10.400 10.500 6.700" />
  </Icon>
);

export const HandoversIcon = () => (
  <Icon>
    <path d="M2 5h10M9 2l3 3-3 3" />
    <path d="M14 11H4M7 8l-3 3 3 3" />
  </Icon>
);

export const ReviewsIcon = () => (
  <Icon>
    <path d="M8 2v4M8 6 3.500 10v4M8 6l4.500 4v4" />
  </Icon>
);

export const SegmentsIcon = () => (
  <Icon>
    <circle cx="6" cy="8" r="4.500" />
    <circle cx="10" cy="8" r="4.500" />
  </Icon>
);

export const PoliciesIcon = () => (
  <Icon>
    <path d="M2.500 13.500h11M4 13.500V9h2.500v4.500M6.750 13.500V5.500h2.500v8M9.500 13.500V2.500H12v11" />
  </Icon>
);

export const ProspectsIcon = () => (
  <Icon>
    <circle cx="6.500" cy="5" r="2.500" />
    <path d="M2 13.500c0-2.800 2-4.500 4.500-4.500S11 10.700 11 13.500M12.500 3.500v5M10 6h5" />
  </Icon>
);

export const ImportsIcon = () => (
  <Icon>
    <path d="M8 2v8M4.500 6.750 8 10.250l3.500-3.500M2.500 10.500v3h11v-3" />
  </Icon>
);

export const EyeIcon = () => (
  <Icon>
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
    <circle cx="8" cy="8" r="2" />
  </Icon>
);

export const StarIcon = ({ on }: { on: boolean }) => (
  <Icon>
    <path d="M8 1.800l1.9 4 4.3.6-3.1 3 .8 4.300L8 11.600l-3.9 2.1.8-4.3-3.1-3 4.3-.6z" fill={on ? 'currentColor' : 'none'} />
  </Icon>
);

/** The mark: an ear of grain. */
export const Grain = ({ size = 22 }: { size?: number }) => (
  <svg className="grain" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
    <rect width="32" height="32" rx="6" fill="#1F7A4D" />
    <path d="M16 27V11" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
    <g fill="#E9C97F">
      <ellipse cx="16" cy="7.2" rx="2.3" ry="3.6" />
      <ellipse cx="11.4" cy="11.6" rx="2.1" ry="3.5" transform="rotate(-32 11.4 11.6)" />
      <ellipse cx="20.6" cy="11.6" rx="2.1" ry="3.5" transform="rotate(32 20.6 11.6)" />
      <ellipse cx="11.4" cy="17" rx="2.1" ry="3.5" transform="rotate(-32 11.4 17)" />
      <ellipse cx="20.6" cy="17" rx="2.1" ry="3.5" transform="rotate(32 20.6 17)" />
    </g>
  </svg>
);

export const PoolIcon = () => (
  <Icon>
    <path d="M2 11c1.500 0 1.500 1 3 1s1.500-1 3-1 1.500 1 3 1 1.500-1 3-1M2 14c1.500 0 1.500 1 3 1" />
    <circle cx="8" cy="4" r="2" />
    <path d="M4.500 9c.5-1.500 1.800-2.500 3.500-2.500s3 1 3.500 2.500" />
  </Icon>
);

export const AnswersIcon = () => (
  <Icon>
    <rect x="3" y="1.5" width="10" height="13" rx="1" />
    <path d="M5.300 5l.9.9 1.600-1.600M5.300 10l.9.9 1.600-1.600M9.500 5.500h1.500M9.500 10.500h1.500" />
  </Icon>
);

export const UpdatesIcon = () => (
  <Icon>
    <circle cx="6" cy="5" r="2.600" />
    <path d="M1.500 13.500c0-2.500 2-4.200 4.500-4.200 1 0 1.900.3 2.600.7M10 12.300l1.500 1.500 3-3.300" />
  </Icon>
);

export const CampaignsIcon = () => (
  <Icon>
    <path d="M2 6.500v3h2.500l6.500 3.500V3L4.500 6.500zM13 6.200c.8.9.8 2.700 0 3.600M5 9.700l.8 3.800h1.700l-.6-3" />
  </Icon>
);

export const ProductsIcon = () => (
  <Icon>
    <path d="M8 1.800l5.500 3v6.400l-5.500 3-5.500-3V4.800zM2.500 4.800L8 7.800l5.500-3M8 7.800v6.400" />
  </Icon>
);

export const KnowledgeIcon = () => (
  <Icon>
    <path d="M8 4.200C6.500 3 4.500 2.700 2 2.800v9.400c2.500-.1 4.500.2 6 1.400 1.500-1.200 3.500-1.500 6-1.400V2.800c-2.500-.1-4.500.2-6 1.400zM8 4.200v9.400" />
  </Icon>
);

export const OpportunitiesIcon = () => (
  <Icon>
    <path d="M2 2.500h12l-4.500 5.500v5l-3 1.500v-6.500z" />
  </Icon>
);

export const LibraryIcon = () => (
  <Icon>
    <rect x="3" y="2" width="10" height="12" rx="1" />
    <path d="M5.5 5.5l.8.8 1.4-1.6M9.5 5.5h1.5M5.5 9.7l.8.8 1.4-1.6M9.5 9.7h1.5" />
  </Icon>
);

export const BankIcon = () => (
  <Icon>
    <rect x="2" y="2.5" width="12" height="4" rx="1" />
    <rect x="2" y="9.5" width="12" height="4" rx="1" />
    <path d="M6.5 4.5h3M6.5 11.5h3" />
  </Icon>
);

export const AnalysesIcon = () => (
  <Icon>
    <path d="M2 14h12M4 11.5v-3M8 11.5V4M12 11.5V6.500" />
  </Icon>
);
