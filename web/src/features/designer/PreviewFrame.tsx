import { useEffect, useRef } from 'react';
import type { Form } from './usePreview.ts';

/**
 * The answer page in a frame of its own. No script runs in it, and it sends nothing: what is pressed and changed there is read from here. It is
 * put in whole once; from then on what changed is put in its place, so that nothing flickers and one stays where one was.
 */
export function PreviewFrame({ html, width, title, onSend }: { html: string; width: number; title: string; onSend: (form: Form) => void }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const first = useRef(html);
  const newest = useRef({ html, onSend });
  newest.current = { html, onSend };

  function onLoad(): void {
    const inside = frame.current?.contentDocument;
    if (inside == null) return;
    inside.addEventListener('click', (event) => {
      const button = (event.target as Element).closest?.('button');
      if (button?.name !== '{do}') return;
      event.preventDefault();
      newest.current.onSend(fieldsOf(inside, button.value));
    });
    inside.addEventListener('change', (event) => {
      if ((event.target as HTMLInputElement).type !== 'file') newest.current.onSend(fieldsOf(inside, 'keep'));
    });
    putIn(inside, newest.current.html);
  }

  useEffect(() => {
    const inside = frame.current?.contentDocument;
    if (inside != null) putIn(inside, html);
  }, [html]);

  return <iframe ref={frame} className="preview-frame" title={title} sandbox="allow-same-origin" srcDoc={first.current} {...(width > 0 ? { style: { width } } : {})} onLoad={onLoad} />;
}

function fieldsOf(inside: globalThis.Document, pressed: string): Form {
  const fields: [string, string][] = [['{do}', pressed]];
  for (const field of inside.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input, select, textarea')) {
    const unchosen = (field.type === 'radio' || field.type === 'checkbox') && !(field as HTMLInputElement).checked;
    if (field.name !== '' && !field.disabled && field.type !== 'file' && !unchosen) fields.push([field.name, field.value]);
  }
  return fields;
}

/** The server's page, in which all that people wrote is encoded, in place of the one before; the cursor stays in its field. */
function putIn(inside: globalThis.Document, html: string): void {
  const main = inside.getElementById('main');
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const next = fresh.getElementById('main');
  if (main === null || next === null || main.innerHTML === next.innerHTML) return;
  const was = inside.activeElement as HTMLInputElement | null;
  const samePage = pageOf(main) === pageOf(next);
  inside.documentElement.lang = fresh.documentElement.lang;
  main.replaceChildren(...[...next.childNodes].map((node) => inside.adoptNode(node)));
  if (!samePage) inside.defaultView?.scrollTo(0, 0);
  else if (was?.name) [...inside.querySelectorAll<HTMLInputElement>('input, select, textarea, button')].find((field) => field.name === was.name && (field.type !== 'radio' && field.type !== 'checkbox' ? true : field.value === was.value))?.focus({ preventScroll: true });
  if (inside.getElementById('wrong') !== null) inside.getElementById('wrong')?.scrollIntoView({ block: 'nearest' });
}

const pageOf = (main: Element) => main.querySelector<HTMLInputElement>('input[name="{page}"]')?.value ?? '';
