/** What the server does not have yet, kept through a reload of the page: in the tab's own store, which goes with the tab. */
export interface Kept {
  /** The draft's version that it was made from. */
  version: number;
  document: string;
}

const place = (id: string) => `granary.designer.${id}`;

export function readKept(id: string): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place(id)) ?? 'null') as Kept | null;
    return typeof kept?.version === 'number' && typeof kept.document === 'string' ? kept : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** False where the browser has no room for it. */
export function keep(id: string, kept: Kept): boolean {
  try {
    sessionStorage.setItem(place(id), JSON.stringify(kept));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

export const forget = (id: string) => sessionStorage.removeItem(place(id));
