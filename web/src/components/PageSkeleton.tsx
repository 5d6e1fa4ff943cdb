import { useEffect, useState } from 'react';

/** Nothing for 400 ms, since most answers are quicker; then the shape of a page. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="page-skeleton" aria-busy="true">
      {late && Array.from({ length: rows }, (_, row) => <i key={row} />)}
    </div>
  );
}
