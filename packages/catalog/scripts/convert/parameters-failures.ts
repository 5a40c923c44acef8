import type { ParameterDraft } from "./parameter-draft.ts";

const MOST_PERCENT = 100;

/** How often something fails is nobody's published figure: unknown until a provider says its own. */
function rate(
  id: ParameterDraft["id"],
  title: string,
  description: string,
  unit: string,
  maximum: number,
): ParameterDraft {
  return {
    ...{ id, title, description, unit },
    custom: { kind: "number", minimum: 0, maximum, whole: false },
    appliesTo: { roles: ["management", "self-managed"] },
    options: [{ id: "unknown", title: "not known" }],
    default: "unknown",
    defaultReason: "No source says it; take your own records.",
  };
}

const MOST_A_YEAR = 1000;
const MOST_HOURS = 8760;

/** How often what manages clusters fails, and for how long. No plan reads them. */
export const failureParameters: readonly ParameterDraft[] = [
  rate(
    "outages-per-year",
    "Outages a year",
    "Outages a year of one management cluster, or of one self-managed cluster.",
    "outages",
    MOST_A_YEAR,
  ),
  rate("outage-hours", "Hours of one outage", "How long one outage lasts.", "hours", MOST_HOURS),
  rate(
    "failed-upgrade-percent",
    "Upgrades that fail",
    "Of a hundred upgrades of management clusters and self-managed clusters, those that fail.",
    "percent",
    MOST_PERCENT,
  ),
  rate(
    "failed-upgrade-hours",
    "Hours of one failed upgrade",
    "How long one failed upgrade lasts.",
    "hours",
    MOST_HOURS,
  ),
  rate(
    "compromises-per-year",
    "Compromises a year",
    "How often a year one management cluster, or one self-managed cluster, is taken over.",
    "compromises",
    MOST_A_YEAR,
  ),
  rate("compromise-hours", "Hours of one compromise", "How long one compromise lasts.", "hours", MOST_HOURS),
];
