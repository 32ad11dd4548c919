/** Chinese punctuation lives here, so that pages hold no visible text of their own. */

/** `甲、乙、丙` */
export const listOf = (names: readonly string[]): string => names.join('、');

/** `名称（补充）` */
export const withDetail = (name: string, detail: string | number): string => `${name}（${detail}）`;

/** `名称：内容` */
export const labelled = (name: string, content: string): string => `${name}：${content}`;

/** `甲，乙` */
export const comma = (first: string, second: string): string => `${first}，${second}`;
