import { stageNames } from '#indicator-engine';
import type { TableCell, TableSheet } from '#official-documents';
import { sourceText } from '../data-set-text.js';
import type { ComparedRow, ComparedValue, Comparison, Measure } from './projection.dto.js';

export const measureNames: Readonly<Record<Measure, string>> = {
  met: '达标校段',
  unmet: '未达标校段',
  toVerify: '待核实校段',
  pupils: '在校生',
  balance: '学位余缺（增量）',
  coefficients: '超过上限的差异系数',
  oversized: '超过规模上限的学校（C11）',
};

/** What-ifs side by side, in the words of the printed form. */
export function toComparisonSheets({ columns, rows, notes }: Comparison, campaignName: string): TableSheet[] {
  const [first] = columns;
  return [
    {
      name: '方案比较',
      title: `${campaignName}推演方案比较表`,
      head: `${sourceText(first?.dataSet ?? null)}；括号里是与“${first?.name ?? ''}”相比；底色标出的各方案不同；共 ${rows.length} 行`,
      columns: [
        { heading: '年', width: 7 },
        { heading: '学段', width: 8 },
        { heading: '项目', width: 24 },
        ...columns.map(({ name }) => ({ heading: name, width: 22 })),
      ],
      rows: rows.map(comparedRow),
      notes,
    },
  ];
}

function comparedRow({ year, stage, measure, values, differs }: ComparedRow): TableCell[] {
  return [
    `${year}`,
    stage === null ? '全县' : stageNames[stage],
    measureNames[measure],
    ...values.map((value): TableCell => ({ text: valueText(value), marked: differs, align: 'right' })),
  ];
}

/** @example valueText({ value: 12, difference: '多 2' }) // '12（多 2）' */
export function valueText({ value, difference }: ComparedValue): string {
  const number = value === null ? '—' : String(value);
  return difference === '' ? number : `${number}（${difference}）`;
}
