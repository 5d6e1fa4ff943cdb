import { useEffect, useRef } from 'react';
import type { SystemStatus } from '../../api/types.ts';
import { pulsesFor } from './health.ts';
import type { Lane } from './layout.ts';

interface Edge {
  system: SystemStatus;
  inbound: Lane;
  outbound: Lane;
}

const travelMs = 1_100;

/**
 * Sends dots along the lanes: with every report of the server, as many as the last second's traffic is worth.
 * They are drawn outside React, since forty short-lived circles a second need no reconciliation.
 */
export function usePulses(edges: readonly Edge[], tick: number) {
  const layer = useRef<SVGGElement>(null);
  const latest = useRef(edges);
  useEffect(() => {
    latest.current = edges;
  });
  useEffect(() => {
    const group = layer.current;
    if (group === null || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const { system, inbound, outbound } of latest.current) {
      emit(group, inbound, 'pulse pulse-in', pulsesFor(system.receivedPerSecond), 0);
      emit(group, outbound, 'pulse pulse-out', pulsesFor(system.deliveredPerSecond), 250);
    }
  }, [tick]);
  return layer;
}

function emit(group: SVGGElement, lane: Lane, className: string, count: number, delay: number): void {
  for (let index = 0; index < count; index++) {
    const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    dot.setAttribute('r', '3.5');
    dot.setAttribute('class', className);
    group.append(dot);
    const at = (point: { x: number; y: number }) => `translate(${point.x}px, ${point.y}px)`;
    const motion = dot.animate(
      [
        { transform: at(lane.from), opacity: 0 },
        { opacity: 1, offset: 0.15 },
        { opacity: 1, offset: 0.85 },
        { transform: at(lane.to), opacity: 0 },
      ],
      { duration: travelMs, delay: delay + (index * 1_000) / count, easing: 'ease-in-out', fill: 'both' },
    );
    motion.onfinish = () => dot.remove();
    motion.oncancel = () => dot.remove();
  }
}
