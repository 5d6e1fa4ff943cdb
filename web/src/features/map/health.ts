import type { SystemStatus } from '../../api/types.ts';

/** One word for a system, the worst first. */
export type Health = 'down' | 'dead' | 'behind' | 'well';

/** Deliveries normally arrive within a second: five say that something holds them. */
export const behindAfterSeconds = 5;

export function healthOf(system: SystemStatus): Health {
  if (system.outbound === 'down') return 'down';
  if (system.dead > 0) return 'dead';
  // What is due to a system of files waits for the end of the day, and that is well.
  const late = system.kind === 'online' && (system.oldestDueSeconds ?? 0) > behindAfterSeconds;
  return late ? 'behind' : 'well';
}

export const healthColour: Readonly<Record<Health, 'success' | 'warning' | 'error'>> = {
  well: 'success',
  behind: 'warning',
  dead: 'error',
  down: 'error',
};

/** How many pulses a second of traffic is worth: one, two for tens, three for hundreds. Calm at any load. */
export function pulsesFor(perSecond: number): number {
  return perSecond <= 0 ? 0 : Math.min(3, 1 + Math.floor(Math.log10(Math.max(1, perSecond))));
}
