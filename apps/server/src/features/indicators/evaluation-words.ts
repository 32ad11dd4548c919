import type { Conclusion, ResourceIndicator, SchoolKind, Stage, Verdict } from '#indicator-engine';

export const verdicts = ['met', 'unmet', 'no_data', 'not_applicable', 'error'] as const satisfies Verdict[];
export const conclusions = ['met', 'unmet', 'to_verify', 'not_applicable'] as const satisfies Conclusion[];
export const dataSetKinds = ['annual', 'self_check'] as const;
/** 年报 or 自测: kept apart, never mixed in one data set. */
export type DataSetKind = (typeof dataSetKinds)[number];
export const dataSetKindNames: Readonly<Record<DataSetKind, string>> = { annual: '年报', self_check: '自测' };

export const schoolKindNames: Readonly<Record<SchoolKind, string>> = {
  primary: '小学',
  teaching_point: '教学点',
  junior: '初级中学',
  nine_year: '九年一贯制学校',
  twelve_year: '十二年一贯制学校',
  complete_secondary: '完全中学',
  special: '特殊教育学校',
};
export const schoolKinds = Object.keys(schoolKindNames) as SchoolKind[];
export type { Conclusion, ResourceIndicator, SchoolKind, Stage, Verdict };
