import { describe, expect, it } from 'vitest';
import { fit } from './shrink.ts';

describe('DOC-20 photos are made smaller before they are sent', () => {
  it('keeps the shape, whichever side is longer', () => {
    expect(fit(4_000, 3_000, 1_600)).toEqual({ width: 1_600, height: 1_200 });
    expect(fit(3_000, 4_000, 1_600)).toEqual({ width: 1_200, height: 1_600 });
  });

  it('makes nothing larger, and no side vanish', () => {
    expect(fit(800, 600, 1_600)).toEqual({ width: 800, height: 600 });
    expect(fit(10_000, 2, 1_600)).toEqual({ width: 1_600, height: 1 });
  });
});
