import { theme as antd, type ThemeConfig } from 'antd';
import { themeClass } from './Appearance.tsx';
import type { ThemeName } from './preferences.ts';

const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

const seed = {
  colorPrimary: '#1F7A4D',
  colorWarning: '#946012',
  colorError: '#C5392F',
  colorSuccess: '#1F7A4D',
  colorInfo: '#2F6FA8',
  borderRadius: 4,
  fontSize: 14,
  fontFamily,
  fontFamilyCode: "ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace",
  wireframe: false,
} as const;

/** Rows of 36 px: a line of 20 (app.css), 7.5 px above and below, and the border. */
const table = { fontSize: 13, cellPaddingBlockSM: 7.5, cellPaddingInlineSM: 8, cellFontSizeSM: 13, headerBorderRadius: 0 };

export function themeOf(name: ThemeName): ThemeConfig {
  const dark = name === 'dark';
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    hashed: false,
    cssVar: { key: themeClass(name), prefix: 'g' },
    token: dark
      ? {
          ...seed,
          colorPrimary: '#2F9463',
          colorPrimaryText: '#62C295',
          colorTextSecondary: 'rgba(255, 255, 255, 0.72)',
          colorTextTertiary: 'rgba(255, 255, 255, 0.58)',
          // Ant Design darkens these by a seventh in the dark theme.
          colorSuccess: '#50C48B',
          colorLink: '#62C295',
          colorWarning: '#E5B04E',
          colorError: '#FF8077',
          colorInfo: '#7FB9EA',
          colorTextPlaceholder: 'rgba(255, 255, 255, 0.55)',
          colorBgBase: '#131514',
          colorBgContainer: '#1B1E1C',
          colorBgElevated: '#232724',
          colorBgLayout: '#121413',
          colorBorder: '#3C423E',
          colorBorderSecondary: '#2B302D',
          colorPrimaryBg: '#17301F',
          colorPrimaryBgHover: '#1D3D28',
        }
      : {
          ...seed,
          colorLink: '#1A6A43',
          // Darker than Ant Design's, for a contrast of at least 4.5 on every background (WCAG AA).
          colorTextSecondary: 'rgba(27, 31, 29, 0.76)',
          colorTextTertiary: 'rgba(27, 31, 29, 0.66)',
          colorTextBase: '#1B1F1D',
          colorBgLayout: '#F5F6F4',
          // The steps that Ant Design derives from this green are grey; these keep its hue.
          controlOutline: 'rgba(31, 122, 77, 0.2)',
          colorPrimaryBg: '#E9F4EE',
          colorPrimaryBgHover: '#D5EADF',
          colorPrimaryBorder: '#A5D1BB',
          colorPrimaryBorderHover: '#74B796',
          colorPrimaryHover: '#1A6A43',
          colorPrimaryActive: '#175C3A',
          colorTextPlaceholder: 'rgba(27, 31, 29, 0.62)',
          colorWarningBg: '#FBF3E1',
          colorWarningBorder: '#E6CB93',
          colorInfoBg: '#EAF1F8',
          colorInfoBorder: '#A9C6E2',
          colorSuccessBg: '#E9F4EE',
          colorSuccessBorder: '#A5D1BB',
        },
    components: {
      Table: table,
      Tabs: {
        ...(dark ? { itemSelectedColor: '#62C295', inkBarColor: '#62C295' } : {}),
        horizontalItemPadding: '8px 0',
        horizontalMargin: '0 0 12px 0',
      },
      Descriptions: { itemPaddingBottom: 8 },
    },
  };
}
