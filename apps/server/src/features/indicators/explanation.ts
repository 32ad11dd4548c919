import type { Explanation, Standard } from '#indicator-engine';
import { standardJson } from './evaluation-json.js';

/** Why figures are what they are, in lines. */
export function explanationText(explanations: readonly Explanation[]): string[] {
  return explanations.flatMap(({ title, verdict, localVerdict, lines }, index) => [
    ...(index > 0 ? [''] : []),
    `${title}：${verdict}${localVerdict === null ? '' : `；本地目标：${localVerdict}`}`,
    ...lines.map((line) => `  ${line}`),
  ]);
}

/** The same as docs/schemas/explanation.schema.json describes it. */
export function explanationJson(explanations: readonly Explanation[], standard: Standard): object {
  return {
    ...standardJson(standard),
    explanations: explanations.map(({ title, verdict, localVerdict, weak, steps }) => ({
      title,
      verdict,
      localVerdict,
      weak,
      steps: steps.map(({ kind, text, cell, basis }) => ({
        kind,
        text,
        cell,
        basis: basis && {
          document: basis.document,
          clause: basis.clause,
          since: basis.since,
          checkedOn: basis.checkedOn,
          authority: basis.authority,
        },
      })),
    })),
  };
}
