import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../api/client.ts';
import { recentMessages } from '../../api/queries.ts';
import type { DemoReply, Party, SystemStatus } from '../../api/types.ts';
import { useLive } from '../../live/useLive.ts';
import { followChange } from './follow.ts';
import { someCustomer } from './someCustomer.ts';

export type DemoAct = 'change' | 'open' | 'close-day';

interface Request {
  act: DemoAct;
  system?: string;
}

interface Started {
  act: DemoAct;
  reply: DemoReply;
  clickedAt: number;
}

const noReply: DemoReply = { partyNumber: null, system: null, key: null, what: null };

/** How long a change is followed before the card is left as it stands. */
const followMs = 20_000;

/** Does one thing at the simulated bank, and follows it from there through the hub into the other systems. */
export function useFollow() {
  const [started, setStarted] = useState<Started | null>(null);
  const changes = useLive((state) => state.changes);
  const systems = useLive((state) => state.systems);
  const files = new Set((systems ?? []).filter((each) => each.kind === 'files').map((each) => each.system));

  const act = useMutation({
    mutationFn: async ({ act: kind, system }: Request): Promise<Started> => {
      const clickedAt = Date.now();
      const body = kind === 'close-day' ? {} : kind === 'open' ? { to: system } : await someCustomer(system ?? null, anyOnline(systems ?? []));
      const reply = await post<DemoReply | undefined>(`/api/demo/${kind}`, body);
      return { act: kind, reply: reply ?? noReply, clickedAt };
    },
    onSuccess: setStarted,
  });

  const followed = useQuery({
    queryKey: ['follow', started?.clickedAt],
    enabled: started !== null && started.reply.key !== null,
    gcTime: 0,
    retry: false,
    refetchInterval: (query) => {
      const age = Date.now() - (started?.clickedAt ?? 0);
      if (query.state.data?.followed?.settled === true || age > followMs) return false;
      return age < 4_000 ? 250 : 1_000;
    },
    queryFn: async () => {
      const { reply, clickedAt } = started as Started;
      const rows = await recentMessages({ ...(reply.system === null ? {} : { system: reply.system }), q: reply.key ?? '' });
      // The newest message of that key is the one that the button caused; its clock is the hub's, like that of the deliveries.
      const message = rows.find((row) => row.direction === 'in' && row.key === reply.key && Date.parse(row.at) > clickedAt - 60_000);
      const partyNumber = reply.partyNumber ?? message?.partyNumber ?? null;
      if (partyNumber === null || message === undefined) return { partyNumber, followed: null };
      const [party, about] = await Promise.all([
        get<Party>(`/api/parties/${encodeURIComponent(partyNumber)}`),
        recentMessages({ q: partyNumber }),
      ]);
      const startedAt = message.at;
      return { partyNumber, followed: followChange(reply, startedAt, party, about, files, Date.now() - clickedAt) };
    },
  });

  const partyNumber = followed.data?.partyNumber ?? started?.reply.partyNumber ?? null;
  return {
    act,
    started,
    partyNumber,
    followed: followed.data?.followed ?? null,
    change: partyNumber === null ? null : (changes.find((change) => change.partyNumber === partyNumber) ?? null),
    dismiss: () => setStarted(null),
  };
}

function anyOnline(systems: readonly SystemStatus[]): string {
  const online = systems.filter((each) => each.outbound === 'connected');
  return online[Math.floor(Math.random() * online.length)]?.system ?? '';
}

export type Follow = ReturnType<typeof useFollow>;
