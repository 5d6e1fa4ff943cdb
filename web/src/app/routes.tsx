import { createBrowserRouter, Navigate } from 'react-router';
import { PageError } from '../components/PageError.tsx';
import { PageSkeleton } from '../components/PageSkeleton.tsx';
import { Shell } from './Shell.tsx';

/** Every page is a chunk of its own; what they share is in the first one. */
export const router = createBrowserRouter([
  {
    path: '/sign-in',
    lazy: async () => ({ Component: (await import('../features/sign-in/SignInPage.tsx')).SignInPage }),
    HydrateFallback: PageSkeleton,
    ErrorBoundary: PageError,
  },
  {
    path: '/',
    Component: Shell,
    HydrateFallback: PageSkeleton,
    ErrorBoundary: PageError,
    children: [
      { index: true, element: <Navigate to="/ecif/map" replace /> },
      {
        ErrorBoundary: PageError,
        children: [
          { path: 'ecif/map', lazy: async () => ({ Component: (await import('../features/map/MapPage.tsx')).MapPage }) },
          { path: 'ecif/messages', lazy: async () => ({ Component: (await import('../features/messages/MessagesPage.tsx')).MessagesPage }) },
          { path: 'ecif/systems', lazy: async () => ({ Component: (await import('../features/systems/SystemsPage.tsx')).SystemsPage }) },
          { path: 'customers', lazy: async () => ({ Component: (await import('../features/customers/CustomersPage.tsx')).CustomersPage }) },
          { path: 'customers/:number', lazy: async () => ({ Component: (await import('../features/customer/CustomerPage.tsx')).CustomerPage }) },
          { path: '*', lazy: async () => ({ Component: (await import('../components/NotFound.tsx')).NotFound }) },
        ],
      },
    ],
  },
]);
