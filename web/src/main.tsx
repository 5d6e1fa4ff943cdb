import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { ApiError } from './api/client.ts';
import { sessionQuery } from './api/session.ts';
import './app/tokens.css';
import './app/app.css';
import './app/states.css';
import './app/cards.css';
import './app/plain.css';
import { AppearanceProvider } from './app/Appearance.tsx';
import { startI18n } from './app/i18n.ts';
import { keepSignedIn, readLanguage, readTheme, wasSignedIn } from './app/preferences.ts';
import { createRouter, signInAddress } from './app/routes.tsx';

/** The session ended on the server: asking again who is signed in leads to the sign-in page and back here. */
function endSession(error: Error): void {
  if (error instanceof ApiError && error.status === 401 && error.code === 'sign-in-required') {
    void client.resetQueries({ queryKey: sessionQuery.queryKey });
  }
}

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'session') endSession(error);
    },
  }),
  mutationCache: new MutationCache({ onError: endSession }),
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
const theme = readTheme();
document.documentElement.dataset.theme = theme;

// Who was signed in before most likely is still: the shell and the page come while the server is asked. Nobody else needs them yet.
const early = wasSignedIn() ? createRouter() : null;
const [, session] = await Promise.all([startI18n(language), client.fetchQuery({ ...sessionQuery, retry: false }).catch(() => null)]);
const error = client.getQueryState(sessionQuery.queryKey)?.error;
const signedOut = session === null && location.pathname !== '/sign-in' && error instanceof ApiError && error.status === 401;
if (signedOut) {
  early?.dispose();
  history.replaceState(null, '', signInAddress(location.pathname + location.search));
}
if (session !== null) keepSignedIn();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <AppearanceProvider language={language} theme={theme}>
        <RouterProvider router={early === null || signedOut ? createRouter() : early} useTransitions={false} />
      </AppearanceProvider>
    </QueryClientProvider>
  </StrictMode>,
);
