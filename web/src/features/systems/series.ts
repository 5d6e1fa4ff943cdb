import type { Sample } from '../../live/liveState.ts';

export interface Series {
  system: string;
  points: readonly (readonly [number, number])[];
}

/** A moving average over five seconds: single seconds jump, and one reads the level. */
const windowSize = 5;

export function throughputSeries(samples: readonly Sample[]): Series[] {
  const systems = Object.keys(samples.at(-1)?.rates ?? {});
  return systems.map((system) => ({
    system,
    points: samples.map((sample, index) => {
      const window = samples.slice(Math.max(0, index - windowSize + 1), index + 1);
      const sum = window.reduce((total, each) => total + (each.rates[system]?.received ?? 0), 0);
      return [sample.at, Math.round((sum / window.length) * 100) / 100] as const;
    }),
  }));
}
