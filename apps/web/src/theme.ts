import type { ThemeConfig } from 'antd';

/** Calm and official: white, grey lines, one deep red for the product; system fonts only. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#9f1d20',
    colorError: '#b42318',
    colorWarning: '#8a5a00',
    colorSuccess: '#1e6b3a',
    colorInfo: '#1b4f8a',
    colorLink: '#1b4f8a',
    colorLinkHover: '#123a68',
    colorLinkActive: '#123a68',
    colorText: '#1f2328',
    colorTextSecondary: '#4a535c',
    colorTextTertiary: '#57606a',
    colorTextDescription: '#57606a',
    colorTextPlaceholder: '#6b737c',
    colorTextDisabled: '#6b737c',
    colorBorder: '#b9c0c7',
    colorBorderSecondary: '#dfe2e6',
    colorInfoBg: '#eef4fa',
    colorInfoBorder: '#bcd0e4',
    colorWarningBg: '#fff7e0',
    colorWarningBorder: '#ecd9a0',
    colorSuccessBg: '#eef7f0',
    colorSuccessBorder: '#b5d8bf',
    colorErrorBg: '#fef2f0',
    colorErrorBorder: '#efb9b2',
    borderRadius: 3,
    fontFamily:
      "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Source Han Sans SC',system-ui,sans-serif",
    // Nothing moves: office machines are slow, and a leave animation that is cut off keeps a button called “loading”.
    motion: false,
  },
  components: {
    Table: { headerBg: '#f1f3f5', headerColor: '#1f2328', cellPaddingBlockSM: 6, cellPaddingInlineSM: 8 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Tabs: { horizontalMargin: '0 0 12px 0' },
  },
};
