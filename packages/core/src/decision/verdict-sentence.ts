import type { Finding } from "../base/findings/finding.ts";
import { findingText } from "../base/findings/finding-text.ts";
import type { Decision } from "./decide.ts";
import type { NumberWriter } from "./turn-sentences.ts";

/** Who is first by which weights, in sentences; or why nothing is ranked. */
export function verdictSentence(
  { ranking, models, criteria, findings }: Decision,
  number: NumberWriter,
  sentence: (finding: Finding) => string = findingText,
): string {
  const [why] = findings;
  if (ranking === null) return why === undefined ? "Nothing is ranked." : sentence(why);
  const titleOf = (id: string) => models.find(({ model }) => model.id === id)?.model.title ?? id;
  const leaders = ranking.filter(({ rank }) => rank === 1);
  const next = ranking[leaders.length];
  const by = criteria.filter(({ weight, scale }) => weight > 0 && scale !== null);
  const weights = by.map(({ id, weight }) => `${id} ${number(weight)}`).join(", ");
  const score = number(leaders[0]?.totalScore ?? 0, 1);
  const names = leaders.map(({ modelId }) => titleOf(modelId)).join(" and ");
  const is = leaders.length > 1 ? "share the first place, each" : "ranks first";
  const before = next === undefined ? "" : `, before ${titleOf(next.modelId)} with ${number(next.totalScore, 1)}`;
  return `${names} ${is} with ${score} of 100${before}. Weights: ${weights}.`;
}
