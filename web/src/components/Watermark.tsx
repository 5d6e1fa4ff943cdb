import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { formatExact } from '../format/time.ts';

/**
 * Who looks and since when, faintly across a page with personal data, so that a photo of the screen says where it comes from.
 * A drawing of the page itself: the content security policy lets no image be made by script.
 */
export function Watermark() {
  const id = useId();
  const { data } = useQuery(sessionQuery);
  const [since] = useState(() => formatExact(new Date().toISOString()).slice(0, 16));
  if (data === undefined) return null;
  return (
    <svg className="watermark" aria-hidden="true">
      <defs>
        <pattern id={id} width="300" height="170" patternUnits="userSpaceOnUse" patternTransform="rotate(-20)">
          <text x="0" y="40">{data.watermark}</text>
          <text x="0" y="60">{since}</text>
          <text x="150" y="125">{data.watermark}</text>
          <text x="150" y="145">{since}</text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
