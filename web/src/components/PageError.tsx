import { useRouteError } from 'react-router';
import { Problem } from './Problem.tsx';

/** A page that broke, or a chunk of it that did not arrive, leaves the navigation standing. */
export function PageError() {
  const error = useRouteError();
  return <Problem error={error instanceof Error ? error : new Error('unknown')} onRetry={() => location.reload()} page />;
}
