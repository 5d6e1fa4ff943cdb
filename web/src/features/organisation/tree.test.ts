import { describe, expect, it } from 'vitest';
import type { Unit } from '../../api/organisation.ts';
import { branchesOf, openedTo } from './tree.ts';

const unit = (code: string, parent: string | null, name = code): Unit => ({ code, name, kind: 'branch', parent, from: '2020-01-01', state: 'open', people: 0 });
const units = [unit('00', null, 'P'), unit('230521', '00', 'Jixian'), unit('23052101', '230521', 'Main'), unit('230223', '00', 'Yian')];

describe('WEB-21 the organisation is a tree', () => {
  it('hangs every unit below its parent', () => {
    expect(branchesOf(units)).toEqual([{ key: '00', title: 'P', children: [
      { key: '230521', title: 'Jixian', children: [{ key: '23052101', title: 'Main', children: [] }] },
      { key: '230223', title: 'Yian', children: [] },
    ] }]);
  });

  it('starts at what one may see, where the parent is not among it', () => expect(branchesOf([units[2] as Unit])).toHaveLength(1));

  it('keeps the way to what is searched', () => expect(JSON.stringify(branchesOf(units, 'Main'))).not.toContain('Yian'));

  it('opens the way to the chosen unit, and ends where units lead in a circle', () => {
    expect(openedTo(units, '23052101')).toEqual(['23052101', '230521', '00']);
    expect(openedTo([unit('a', 'b'), unit('b', 'a')], 'a')).toEqual(['a', 'b']);
  });
});
