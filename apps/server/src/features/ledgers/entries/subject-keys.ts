/** Text as it is compared: width, case of blanks and the way it was typed make no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Counts: one entry for each school or township and period. @param place code of the school, or id of the township */
export function countKey(place: string, period: string): string {
  return `${place} ${plain(period)}`;
}

/** Problems: the same one found by the same source on the same day is one entry. */
export function problemKey(problem: {
  readonly source: string;
  readonly foundOn: string;
  readonly schoolCode: string | null;
  readonly subject: string;
}): string {
  return [problem.source, problem.foundOn, problem.schoolCode ?? '', plain(problem.subject)].join(' ');
}
