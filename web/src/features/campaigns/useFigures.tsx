import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../../app/translation.ts';
import { formatCount, formatMoney, formatShare } from '../../format/figures.ts';

/** The targets of a campaign that fulfil conditions, as an address. */
export const targetsAddress = (campaign: string, ...conditions: string[]) => {
  const all = [`campaign.eq:${campaign}`, ...conditions];
  return `/campaigns/targets?f=${all.length === 1 ? all[0] ?? '' : `and(${all.join(',')})`}`;
};

interface Figures {
  count: (value: number) => string;
  /** A part of so many; nothing where there is nothing to divide by. */
  rate: (part: number, of: number) => string;
  /** Cents. */
  money: (cents: number) => string;
  /** Cents for each; a dash where there is nobody. */
  each: (cents: number, of: number) => string;
  /** A count that opens the targets that it counts. */
  open: (campaign: string, value: number, ...conditions: string[]) => ReactNode;
}

/** How the figures of campaigns are written. */
export function useFigures(): Figures {
  const { i18n } = useTranslation();
  const count = (value: number) => formatCount(value, i18n.language);
  const money = (cents: number) => formatMoney(cents, i18n.language);
  return {
    count,
    rate: (part, of) => formatShare(of === 0 ? null : part / of, i18n.language),
    money,
    each: (cents, of) => (of === 0 ? '–' : money(Math.round(cents / of))),
    open: (campaign, value, ...conditions) => (value === 0 ? <span className="quiet">0</span> : <Link to={targetsAddress(campaign, ...conditions)}>{count(value)}</Link>),
  };
}
