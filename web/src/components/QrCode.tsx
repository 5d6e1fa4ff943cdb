import { useMemo } from 'react';

interface Drawing {
  viewBox: string;
  shapes: readonly { tag: 'rect' | 'path'; attributes: Readonly<Record<string, string>> }[];
}

const kept = ['x', 'y', 'width', 'height', 'd', 'fill', 'transform'];

/**
 * The server's drawing of a QR code, made anew from its rectangles and paths: what else a text might bring is left out, and the content
 * security policy lets no image be made of a text.
 */
export function QrCode({ svg, label }: { svg: string; label: string }) {
  const drawing = useMemo(() => drawingOf(svg), [svg]);
  if (drawing === null) return null;
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={drawing.viewBox} shapeRendering="crispEdges">
      {drawing.shapes.map(({ tag: Tag, attributes }, index) => <Tag key={index} {...attributes} />)}
    </svg>
  );
}

function drawingOf(text: string): Drawing | null {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') return null;
  const size = (name: string) => Number.parseFloat(root.getAttribute(name) ?? '0');
  const shapes = [...root.querySelectorAll('rect, path')].map((each) => ({
    tag: each.localName === 'rect' ? ('rect' as const) : ('path' as const),
    attributes: Object.fromEntries(kept.flatMap((name) => (each.hasAttribute(name) ? [[name, each.getAttribute(name) ?? '']] : []))),
  }));
  return { viewBox: root.getAttribute('viewBox') ?? `0 0 ${size('width')} ${size('height')}`, shapes };
}
