import type { UpgradeTold } from "@nkp-planner/core";
import type { Fields } from "./fields.ts";

const MILLISECONDS_PER_MINUTE = 60_000;

/** How long an UpgradePlan that has ended took; null: it has not, or does not say. */
export function upgradeOf(fields: Fields): UpgradeTold | null {
  const clusterName = fields.text("spec", "nkpClusterRef", "name");
  const version = fields.version("spec", "version");
  const phase = fields.text("status", "phase");
  const steps = Array.from({ length: fields.count("status", "steps") }, (_, index) => stepOf(fields, index)).flat();
  const durationMinutes = minutesOf(steps);
  if (clusterName !== null && version !== null && phase === "Upgraded" && durationMinutes !== null)
    return {
      clusterName,
      version,
      durationMinutes,
      steps: steps.map(({ name, ...step }) => ({ name, durationMinutes: minutesOf([step]) ?? 0 })),
    };
  const why =
    phase === "Upgraded" ? "does not say whose upgrade it was, to what, or how long it took" : "has not ended";
  fields.notices.push(`${fields.title} ${why}: left out.`);
  return null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function stepOf(fields: Fields, index: number): readonly (Span & { readonly name: string })[] {
  const place = ["status", "steps", index] as const;
  const name = fields.text(...place, "title") ?? fields.text(...place, "name") ?? "";
  const [from, to] = [fields.moment(...place, "startTime"), fields.moment(...place, "endTime")];
  return from === null || to === null || to < from ? [] : [{ name, from, to }];
}

/** From the beginning of the first to the end of the last; null: there is none. */
function minutesOf(spans: readonly Span[]): number | null {
  if (spans.length === 0) return null;
  const [from, to] = [Math.min(...spans.map((span) => span.from)), Math.max(...spans.map((span) => span.to))];
  return Math.round((to - from) / MILLISECONDS_PER_MINUTE);
}
