import type { CellView } from '../../api/analysis.ts';


/** What the document leaves to the page: values that every questionnaire has. */
const named: Readonly<Record<string, string>> = {
  '@none': 'ana.value.none', '@else': 'ana.value.else', other: 'ana.value.other', none: 'ana.value.noneOf', true: 'ana.value.yes', false: 'ana.value.no', answered: 'ana.value.answered',
  link: 'ana.via.link', qr: 'ana.via.qr', anonymous: 'ana.via.anonymous', manager: 'ana.via.manager', list: 'ana.via.list', campaign: 'ana.via.campaign',
};

export const titleOf = ({ title, value }: Pick<CellView, 'title' | 'value'>, t: (key: string) => string): string => {
  if (title !== '') return title;
  const key = named[value];
  return key === undefined ? value : t(key);
};

/** Axes that every questionnaire has. Of anonymous answers some are not asked by. */
export const axes: readonly { key: string; name: string; named: boolean }[] = [
  { key: '@unit', name: 'ana.axis.unit', named: false },
  { key: '@version', name: 'ana.axis.version', named: false },
  { key: '@via', name: 'ana.axis.via', named: false },
  { key: '@language', name: 'ana.axis.language', named: false },
  { key: '@month', name: 'ana.axis.month', named: false },
  { key: '@week', name: 'ana.axis.week', named: true },
  { key: '@band', name: 'ana.axis.band', named: false },
  { key: '@segment', name: 'ana.axis.segment', named: true },
];
