import { createBrowserRouter } from 'react-router';
import { PageError } from '../components/PageError.tsx';
import { PageSkeleton } from '../components/PageSkeleton.tsx';
import { Home } from './Home.tsx';

/** Leads to the sign-in page, and from there back to where one was. */
export function signInAddress(next: string): string {
  return next === '/' || next === '' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** Every page is a chunk of its own. What they share, Ant Design first of all, comes with the shell and not with the sign-in page. */
export const createRouter = () =>
  createBrowserRouter([
    {
      path: '/sign-in',
      lazy: async () => ({ Component: (await import('../features/sign-in/SignInPage.tsx')).SignInPage }),
      HydrateFallback: PageSkeleton,
      ErrorBoundary: PageError,
    },
    {
      path: '/',
      lazy: async () => ({ Component: (await import('./Shell.tsx')).Shell }),
      HydrateFallback: PageSkeleton,
      ErrorBoundary: PageError,
      children: [
        { index: true, Component: Home },
        {
          ErrorBoundary: PageError,
          children: [
            { path: 'ecif/map', lazy: async () => ({ Component: (await import('../features/map/MapPage.tsx')).MapPage }) },
            { path: 'ecif/messages', lazy: async () => ({ Component: (await import('../features/messages/MessagesPage.tsx')).MessagesPage }) },
            { path: 'ecif/systems', lazy: async () => ({ Component: (await import('../features/systems/SystemsPage.tsx')).SystemsPage }) },
            { path: 'customers', lazy: async () => ({ Component: (await import('../features/customers/CustomersPage.tsx')).CustomersPage }) },
            { path: 'customers/:number', lazy: async () => ({ Component: (await import('../features/customer/CustomerPage.tsx')).CustomerPage }) },
            { path: 'pool', lazy: async () => ({ Component: (await import('../features/pool/PoolPage.tsx')).PoolPage }) },
            { path: 'handovers', lazy: async () => ({ Component: (await import('../features/ownership/HandoversPage.tsx')).HandoversPage }) },
            { path: 'reviews', lazy: async () => ({ Component: (await import('../features/ownership/ReviewsPage.tsx')).ReviewsPage }) },
            { path: 'segments', lazy: async () => ({ Component: (await import('../features/segments/SegmentsPage.tsx')).SegmentsPage }) },
            { path: 'prospects', lazy: async () => ({ Component: (await import('../features/prospects/ProspectsPage.tsx')).ProspectsPage }) },
            { path: 'imports', lazy: async () => ({ Component: (await import('../features/imports/ImportsPage.tsx')).ImportsPage }) },
            { path: 'imports/new', lazy: async () => ({ Component: (await import('../features/imports/NewImportPage.tsx')).NewImportPage }) },
            { path: 'imports/:id', lazy: async () => ({ Component: (await import('../features/imports/ImportPage.tsx')).ImportPage }) },
            { path: 'policies', lazy: async () => ({ Component: (await import('../features/policies/PoliciesPage.tsx')).PoliciesPage }) },
            { path: 'consents', lazy: async () => ({ Component: (await import('../features/consents/ConsentsPage.tsx')).ConsentsPage }) },
            { path: 'products', lazy: async () => ({ Component: (await import('../features/products/ProductsPage.tsx')).ProductsPage }) },
            { path: 'products/new', lazy: async () => ({ Component: (await import('../features/products/ProductEditorPage.tsx')).ProductEditorPage }) },
            { path: 'products/:code', lazy: async () => ({ Component: (await import('../features/products/ProductPage.tsx')).ProductPage }) },
            { path: 'products/:code/edit', lazy: async () => ({ Component: (await import('../features/products/ProductEditorPage.tsx')).ProductEditorPage }) },
            { path: 'knowledge', lazy: async () => ({ Component: (await import('../features/knowledge/KnowledgePage.tsx')).KnowledgePage }) },
            { path: 'knowledge/new', lazy: async () => ({ Component: (await import('../features/knowledge/ArticleEditorPage.tsx')).ArticleEditorPage }) },
            { path: 'knowledge/:id', lazy: async () => ({ Component: (await import('../features/knowledge/ArticlePage.tsx')).ArticlePage }) },
            { path: 'knowledge/:id/edit', lazy: async () => ({ Component: (await import('../features/knowledge/ArticleEditorPage.tsx')).ArticleEditorPage }) },
            { path: 'today', lazy: async () => ({ Component: (await import('../features/today/TodayPage.tsx')).TodayPage }) },
            { path: 'visits', lazy: async () => ({ Component: (await import('../features/visits/VisitsPage.tsx')).VisitsPage }) },
            { path: 'tasks', lazy: async () => ({ Component: (await import('../features/tasks/TasksPage.tsx')).TasksPage }) },
            { path: 'log', lazy: async () => ({ Component: (await import('../features/log/LogPage.tsx')).LogPage }) },
            { path: 'log/reports', lazy: async () => ({ Component: (await import('../features/log/ReportsPage.tsx')).ReportsPage }) },
            { path: 'questionnaires/:id/design', lazy: async () => ({ Component: (await import('../features/designer/DesignerPage.tsx')).DesignerPage }) },
            { path: 'dashboards', lazy: async () => ({ Component: (await import('../features/dashboards/DashboardPage.tsx')).DashboardPage }) },
            { path: 'questionnaires', lazy: async () => ({ Component: (await import('../features/questionnaires/QuestionnairesPage.tsx')).QuestionnairesPage }) },
            { path: 'questionnaires/import', lazy: async () => ({ Component: (await import('../features/questionnaires/ImportQuestionnairePage.tsx')).ImportQuestionnairePage }) },
            { path: 'questionnaires/:id', lazy: async () => ({ Component: (await import('../features/questionnaires/QuestionnairePage.tsx')).QuestionnairePage }) },
            { path: 'bank', lazy: async () => ({ Component: (await import('../features/questionnaires/BankPage.tsx')).BankPage }) },
            { path: 'calendar', lazy: async () => ({ Component: (await import('../features/calendar/CalendarPage.tsx')).CalendarPage }) },
            { path: 'campaigns', lazy: async () => ({ Component: (await import('../features/campaigns/CampaignsPage.tsx')).CampaignsPage }) },
            { path: 'campaigns/targets', lazy: async () => ({ Component: (await import('../features/campaigns/TargetsPage.tsx')).TargetsPage }) },
            { path: 'campaigns/compare', lazy: async () => ({ Component: (await import('../features/campaigns/ComparePage.tsx')).ComparePage }) },
            { path: 'campaigns/:id', lazy: async () => ({ Component: (await import('../features/campaigns/CampaignPage.tsx')).CampaignPage }) },
            { path: 'questionnaires/:id/analysis', lazy: async () => ({ Component: (await import('../features/analysis/AnalysisPage.tsx')).AnalysisPage }) },
            { path: 'opportunities', lazy: async () => ({ Component: (await import('../features/opportunities/BoardPage.tsx')).BoardPage }) },
            { path: 'opportunities/list', lazy: async () => ({ Component: (await import('../features/opportunities/ListPage.tsx')).ListPage }) },
            { path: 'opportunities/forecast', lazy: async () => ({ Component: (await import('../features/opportunities/ForecastPage.tsx')).ForecastPage }) },
            { path: 'opportunities/settings', lazy: async () => ({ Component: (await import('../features/opportunities/SettingsPage.tsx')).SettingsPage }) },
            { path: 'invitations', lazy: async () => ({ Component: (await import('../features/asking/InvitationsPage.tsx')).InvitationsPage }) },
            { path: 'analyses', lazy: async () => ({ Component: (await import('../features/analysis/AnalysesPage.tsx')).AnalysesPage }) },
            { path: 'answers', lazy: async () => ({ Component: (await import('../features/answers/AnswersPage.tsx')).AnswersPage }) },
            { path: 'answer-updates', lazy: async () => ({ Component: (await import('../features/answers/UpdatesPage.tsx')).UpdatesPage }) },
            { path: 'admin/organisation', lazy: async () => ({ Component: (await import('../features/organisation/OrganisationPage.tsx')).OrganisationPage }) },
            { path: 'admin/users', lazy: async () => ({ Component: (await import('../features/users/UsersPage.tsx')).UsersPage }) },
            { path: 'admin/users/:userName', lazy: async () => ({ Component: (await import('../features/users/UserPage.tsx')).UserPage }) },
            { path: 'admin/roles', lazy: async () => ({ Component: (await import('../features/roles/RolesPage.tsx')).RolesPage }) },
            { path: 'admin/approvals', lazy: async () => ({ Component: (await import('../features/approvals/ApprovalsPage.tsx')).ApprovalsPage }) },
            { path: 'admin/audit', lazy: async () => ({ Component: (await import('../features/audit/AuditPage.tsx')).AuditPage }) },
            { path: 'admin/sending', lazy: async () => ({ Component: (await import('../features/sending/SendingPage.tsx')).SendingPage }) },
            { path: 'admin/keys', lazy: async () => ({ Component: (await import('../features/keys/KeysPage.tsx')).KeysPage }) },
            { path: 'admin/components', lazy: async () => ({ Component: (await import('../features/components/ComponentsPage.tsx')).ComponentsPage }) },
            { path: 'profile', lazy: async () => ({ Component: (await import('../features/profile/ProfilePage.tsx')).ProfilePage }) },
            { path: '*', lazy: async () => ({ Component: (await import('../components/NotFound.tsx')).NotFound }) },
          ],
        },
      ],
    },
  ]);
