import { step } from './trace.js';
import type { CountyResult, PlainVerdicts, TraceStep } from './results.js';
import { type Conclusion, conclusionNames, type Verdict, verdictNames } from './types.js';

/**
 * Writes beside every verdict that special cases changed what it would be without them.
 * @example notePlain(withCases, without).sections[0]?.withoutCases?.verdict // 'unmet'
 */
export function notePlain(result: CountyResult, plain: CountyResult): CountyResult {
  return {
    ...result,
    ...changed(result, plain),
    sections: result.sections.map((section, index) => {
      const other = plain.sections[index];
      if (!other) return section;
      const entries = Object.entries(section.indicators).map(([id, figure]) => [
        id,
        noted(figure, other.indicators[figure.id]),
      ]);
      const indicators = Object.fromEntries(entries) as typeof section.indicators;
      return { ...noted(section, other), indicators };
    }),
    coefficients: paired(result.coefficients, plain.coefficients),
    indicators: result.indicators.map((indicator, index) => {
      const other = plain.indicators[index];
      if (!other) return indicator;
      const difference = changed(indicator, other);
      const reason = difference.withoutCases
        ? withSentence(indicator.reason, other.verdict)
        : indicator.reason;
      return { ...indicator, ...difference, reason, schools: paired(indicator.schools, other.schools) };
    }),
    reasons: [...result.reasons, ...countyReason(result, plain)],
  };
}

interface Judged {
  readonly verdict: Verdict | Conclusion;
  readonly localVerdict?: Verdict | Conclusion | null;
}
interface Explained extends Judged {
  readonly reason: string | null;
  readonly trace: readonly TraceStep[];
}

function paired<T extends Explained>(parts: readonly T[], others: readonly T[]): T[] {
  return parts.map((part, index) => noted(part, others[index]));
}

function noted<T extends Explained>(part: T, other: T | undefined): T {
  const difference = other && changed(part, other);
  if (!other || !difference?.withoutCases) return part;
  const note = step('note', sentence(other.verdict));
  return {
    ...part,
    ...difference,
    reason: withSentence(part.reason, other.verdict),
    trace: [...part.trace, note],
  };
}

function changed<T extends Judged>(part: T, other: T): { withoutCases?: PlainVerdicts<T['verdict']> } {
  const local = other.localVerdict ?? null;
  if (part.verdict === other.verdict && (part.localVerdict ?? null) === local) return {};
  return { withoutCases: { verdict: other.verdict, localVerdict: local } };
}

function countyReason(result: CountyResult, plain: CountyResult): string[] {
  return result.verdict === plain.verdict ? [] : [sentence(plain.verdict)];
}

function withSentence(reason: string | null, verdict: Verdict | Conclusion): string {
  return reason === null ? sentence(verdict) : `${reason}；${sentence(verdict)}`;
}

function sentence(verdict: Verdict | Conclusion): string {
  const names: Readonly<Record<string, string>> = { ...verdictNames, ...conclusionNames };
  return `按待核的特殊情形计算；不按特殊情形：${names[verdict] ?? verdict}`;
}
