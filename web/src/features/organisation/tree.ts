import type { Unit } from '../../api/organisation.ts';

export interface Branch {
  key: string;
  title: string;
  children: Branch[];
}

/** The tree below each unit whose parent is not there; with a word only what has it in name or code, and what leads to it. */
export function branchesOf(units: readonly Unit[], word = ''): Branch[] {
  const codes = new Set(units.map((unit) => unit.code));
  const below = new Map<string, Unit[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && codes.has(unit.parent) ? unit.parent : '';
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const branch = (unit: Unit): Branch[] => {
    const children = (below.get(unit.code) ?? []).flatMap(branch);
    const fits = word === '' || unit.name.includes(word) || unit.code.startsWith(word);
    return fits || children.length > 0 ? [{ key: unit.code, title: unit.name, children }] : [];
  };
  return (below.get('') ?? []).flatMap(branch);
}

/** What has to be open for a unit to be seen: itself and all above it. */
export function openedTo(units: readonly Unit[], code: string): string[] {
  const path: string[] = [];
  for (let unit = units.find((each) => each.code === code); unit !== undefined && !path.includes(unit.code); unit = units.find((each) => each.code === unit?.parent)) path.push(unit.code);
  return path;
}
