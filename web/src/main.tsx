import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { ApiError } from './api/client.ts';
import { sessionQuery } from './api/queries.ts';
import { AppearanceProvider } from './app/Appearance.tsx';
import './app/app.css';
import { startI18n } from './app/i18n.ts';
import { readLanguage, readTheme } from './app/preferences.ts';
import { router } from './app/routes.tsx';

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // The session ended on the server: asking again who is signed in leads to the sign-in page and back here.
      if (error instanceof ApiError && error.status === 401 && query.queryKey[0] !== 'session') {
        void client.resetQueries({ queryKey: sessionQuery.queryKey });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server refused it will refuse again; only silence and its own troubles are worth another try.
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
      refetchOnWindowFocus: false,
    },
  },
});

const language = readLanguage();
await startI18n(language);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <AppearanceProvider language={language} theme={readTheme()}>
        <RouterProvider router={router} />
      </AppearanceProvider>
    </QueryClientProvider>
  </StrictMode>,
);
