/** One line of what changes: a path in the JSON, what was there and what would be. */
export interface Difference {
  path: string;
  before: string | null;
  after: string | null;
}

/** What two JSON texts differ in, leaf by leaf. A text that is no JSON is one leaf. */
export function differencesOf(before: string | null, after: string | null): Difference[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((each) => each.before !== each.after);
}

function leavesOf(text: string | null): Map<string, string> {
  const leaves = new Map<string, string>();
  if (text === null || text === '') return leaves;
  walk(parsed(text), '', leaves);
  return leaves;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function walk(value: unknown, path: string, leaves: Map<string, string>): void {
  if (value === null || value === '' || value === undefined) return;
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    if (value.length > 0) leaves.set(path, value.join(', '));
  } else if (typeof value === 'object') {
    for (const [name, part] of Object.entries(value)) walk(part, path === '' ? name : `${path}.${name}`, leaves);
  } else {
    leaves.set(path, String(value));
  }
}
