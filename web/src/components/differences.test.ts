import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences.ts';

describe('WEB-23 a change is shown as what was and what would be', () => {
  it('names what differs and leaves out what does not', () => {
    expect(differencesOf('{"name":"a","grants":{"x":"unit","y":"own"}}', '{"name":"a","grants":{"x":"entity","z":"own"}}')).toEqual([
      { path: 'grants.x', before: 'unit', after: 'entity' },
      { path: 'grants.y', before: 'own', after: null },
      { path: 'grants.z', before: null, after: 'own' },
    ]);
  });

  it('takes a list of words as one value', () => expect(differencesOf('{"columns":["a"]}', '{"columns":["a","b"]}')).toEqual([{ path: 'columns', before: 'a', after: 'a, b' }]));

  it('starts from nothing, and takes a text that is no JSON as it is', () => {
    expect(differencesOf('', '{"a":1}')).toEqual([{ path: 'a', before: null, after: '1' }]);
    expect(differencesOf('old', 'new')).toEqual([{ path: '', before: 'old', after: 'new' }]);
    expect(differencesOf(null, null)).toEqual([]);
  });
});
