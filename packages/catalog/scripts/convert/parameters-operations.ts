import type { ParameterDraft } from "./parameter-draft.ts";

const ROLES = [
  ["management", "management cluster"],
  ["attached", "attached cluster"],
  ["self-managed", "self-managed cluster"],
] as const;

/** Hours nobody publishes. The same for every role, so that an invented figure does not decide the comparison. */
const HOURS_PER_CLUSTER_MONTH = 4;
const HOURS_PER_UPGRADE = 3;
const MONTHS_PLAYED = 36;
const HOURS_PER_ONBOARDING = 16;
const HOURS_PER_RESHAPING = 8;
const RESHAPE_PAYBACK_MONTHS = 12;
const HOURS_NOTE =
  "no source; replace it by your own time sheets. The same for every role, because no source says how much work one view saves.";

/** How the provider works: upgrades, hours, who shares what. */
export const operationsParameters: readonly ParameterDraft[] = [
  {
    id: "days-between-minors",
    group: "time",
    title: "Days between two minor releases",
    description:
      "Every cluster is upgraded once per minor release: minors cannot be skipped, only taken later and together.",
    unit: "days",
    custom: { kind: "number", minimum: 30, maximum: 730, whole: false },
    appliesTo: null,
    options: [
      { id: "mean", title: "114.5, the mean of 2.12 to 2.18", from: "calendar.minorGaps", value: "meanDays" },
      { id: "median", title: "106, the median of 2.12 to 2.18", from: "calendar.minorGaps", value: "medianDays" },
      {
        id: "mean-of-tags",
        title: "96.4, the mean of 2.12 to 2.17",
        from: "versionPolicy.minorCadenceMonths",
        value: "value.meanDays",
        note: "the five gaps between tags alone; 2.18 has no public tag",
      },
    ],
    default: "mean",
    defaultReason:
      "All six gaps that are known; a tag is not the announcement, and 2.18 counts from its release notes.",
  },
  ...ROLES.map(
    ([role, title]): ParameterDraft => ({
      id: `operations-hours-${role}`,
      title: `Hours a month for one ${title}`,
      description: `Labour to run one ${title} for a month, upgrades apart.`,
      unit: "hours",
      custom: { kind: "number", minimum: 0, maximum: 1000, whole: false },
      appliesTo: { roles: [role] },
      options: [
        { id: "assumed", title: String(HOURS_PER_CLUSTER_MONTH), value: HOURS_PER_CLUSTER_MONTH, note: HOURS_NOTE },
      ],
      default: "assumed",
      defaultReason: "An even hand: the same for every role.",
    }),
  ),
  ...ROLES.map(
    ([role, title]): ParameterDraft => ({
      id: `upgrade-hours-${role}`,
      title: `Hours to upgrade one ${title}`,
      description: `Labour to take one ${title} from one minor release to the next.`,
      unit: "hours",
      custom: { kind: "number", minimum: 0, maximum: 1000, whole: false },
      appliesTo: { roles: [role] },
      options: [{ id: "assumed", title: String(HOURS_PER_UPGRADE), value: HOURS_PER_UPGRADE, note: HOURS_NOTE }],
      default: "assumed",
      defaultReason: "An even hand: the same for every role.",
    }),
  ),
  {
    id: "upgrade-labour",
    title: "Labour of upgrades",
    description:
      "Whether the labour of upgrades is so many hours for each cluster and minor version, or what the calendar of upgrades counts: nodes replaced, sets of applications tried, days agreed with tenants, users told.",
    unit: null,
    custom: null,
    appliesTo: null,
    options: [
      { id: "as-told", title: "counted where the fleet speaks of upgrades, else hours for each cluster" },
      { id: "flat", title: "hours for each cluster (upgrade-hours-…)" },
      { id: "counted", title: "counted from the calendar" },
    ],
    default: "as-told",
    defaultReason:
      "A calendar says more than an even number of hours where somebody has said when tenants are ready; where nobody has, it would rest on assumptions alone.",
  },
  {
    id: "upgrade-horizon-months",
    group: "time",
    title: "Months of a calendar of upgrades",
    description: "How far upgrades are played forward, and over how many months their labour is averaged.",
    unit: "months",
    custom: { kind: "number", minimum: 1, maximum: 120, whole: true },
    affects: "lifecycle",
    appliesTo: null,
    options: [{ id: "assumed", title: String(MONTHS_PLAYED), value: MONTHS_PLAYED }],
    default: "assumed",
    defaultReason: "Three years: as long as a self-managed cluster may lag, and as contracts often run.",
  },
  {
    id: "onboarding-hours",
    title: "Hours to take on one tenant",
    description: "Labour once for each tenant: its cluster, its access, its hand-over.",
    unit: "hours",
    custom: { kind: "number", minimum: 0, maximum: 10_000, whole: false },
    appliesTo: null,
    options: [
      {
        id: "assumed",
        title: String(HOURS_PER_ONBOARDING),
        value: HOURS_PER_ONBOARDING,
        note: "no source; replace it by your own time sheets",
      },
    ],
    default: "assumed",
    defaultReason: "An even hand: the same for every model.",
  },
  {
    id: "reshape-hours-per-cluster",
    title: "Hours to change the nodes of one cluster",
    description:
      "Labour, once, to give the workers of one cluster another shape or to take nodes out of it, in a forecast; nodes that are added ask for none.",
    unit: "hours",
    custom: { kind: "number", minimum: 0, maximum: 1000, whole: false },
    appliesTo: { stage: "forecast" },
    options: [
      {
        id: "assumed",
        title: String(HOURS_PER_RESHAPING),
        value: HOURS_PER_RESHAPING,
        note: "no source; replace it by your own time sheets",
      },
    ],
    default: "assumed",
    defaultReason: "About a working day: a new pool beside the old one, pods moved over, the old one taken away.",
  },
  {
    id: "reshape-payback-months",
    title: "Payback time of a change of nodes",
    description:
      "In a forecast a cluster gets other or fewer nodes in the first month in which what they save in so many months is more than the effort; with 0 never.",
    unit: "months",
    custom: { kind: "number", minimum: 0, maximum: 60, whole: true },
    appliesTo: { stage: "forecast" },
    options: [{ id: "assumed", title: String(RESHAPE_PAYBACK_MONTHS), value: RESHAPE_PAYBACK_MONTHS }],
    default: "assumed",
    defaultReason: "A year, the shortest forecast.",
  },
  {
    id: "churn-percent-per-year",
    group: "time",
    title: "Tenants that leave a year",
    description:
      "In a forecast, how many of a hundred tenants that no term and no end of contract binds leave in a year; the rate of the fleet file comes first.",
    unit: "percent",
    custom: { kind: "number", minimum: 0, maximum: 100, whole: false },
    appliesTo: { stage: "forecast" },
    options: [{ id: "none", title: "0: none", value: 0 }],
    default: "none",
    defaultReason: "Nobody has said how many leave.",
  },
  {
    id: "new-tenants-per-year",
    group: "time",
    title: "Tenants that come a year",
    description:
      "In a forecast, how many tenants come in a year beside those whose days are known, each as large as the median one; the rate of the fleet file comes first.",
    unit: "tenants",
    custom: { kind: "number", minimum: 0, maximum: 1000, whole: false },
    appliesTo: { stage: "forecast" },
    options: [{ id: "none", title: "0: none", value: 0 }],
    default: "none",
    defaultReason: "Nobody has said how many come.",
  },
  {
    id: "agreed-prices",
    title: "Prices agreed with tenants",
    description: "Whether a price that the fleet file gives a tenant stands before the price list.",
    unit: null,
    custom: null,
    appliesTo: null,
    options: [
      { id: "kept", title: "stand before the price list" },
      { id: "ignored", title: "ignored where there is a price list" },
    ],
    default: "kept",
    defaultReason: "A contract stands before a list.",
  },
  {
    id: "shared-cost",
    title: "Who pays for what serves everybody",
    description: "How the cost of a management or central cluster is split among the tenants it serves.",
    unit: null,
    custom: null,
    appliesTo: null,
    options: [
      { id: "by-requests", title: "by requests: the mean of a tenant's share of CPU and of memory" },
      { id: "uniform", title: "the same for every tenant" },
      { id: "by-nodes", title: "by the worker nodes of each tenant's cluster" },
      { id: "by-weights", title: "by the weights that the fleet file gives its tenants" },
    ],
    default: "by-requests",
    defaultReason: "Large tenants cause more of the platform's load than small ones.",
  },
];
