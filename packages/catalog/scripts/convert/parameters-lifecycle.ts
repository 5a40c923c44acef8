import type { ParameterDraft } from "./parameter-draft.ts";

/** Hours nobody publishes. */
const HOURS_PER_VALIDATION = 2;
const HOURS_PER_AGREED_DATE = 1;
const HOURS_PER_NOTICE = 0.5;
const HOURS_NOTE = "no source; replace it by your own time sheets";
/** Days nobody publishes either. */
const DAYS_UNTIL_FLEET_IS_READY = 30;
const DAYS_UNTIL_OWN_PACE_IS_READY = 180;
const DAYS_UNTIL_PLANE = 14;
const DAYS_NOTE = "no source; write what each tenant has agreed to into the fleet";

const hours = { kind: "number", minimum: 0, maximum: 1000, whole: false } as const;
const days = { kind: "number", minimum: 0, maximum: 3650, whole: true } as const;
const minutes = { kind: "number", minimum: 0, maximum: 1440, whole: false } as const;

/** When upgrades come and what they ask of people. A plan of one day reads none of them. */
export const lifecycleParameters: readonly ParameterDraft[] = [
  {
    id: "attached-minors-behind",
    title: "How far an attached cluster may be behind its plane",
    description:
      "Minor versions that an attached cluster may be behind its management cluster; one that would be further behind keeps the management cluster, and so all the others, where they are.",
    unit: "minor versions",
    custom: { kind: "number", minimum: 1, maximum: 10, whole: true },
    appliesTo: { roles: ["management", "attached"] },
    options: [
      {
        id: "vendor-table",
        title: "1, by the vendor's table of 2.18",
        from: "calendar.windows.attached-kubernetes-minors",
        value: "value",
        note: "clusters of NKP 2.18 are supported on Kubernetes 1.35 and 1.34 only, and each minor version of NKP has one of Kubernetes",
      },
      {
        id: "n-2",
        title: "2, by the vendor's older policy (N-2)",
        from: "calendar.windows.vendor-older-policy",
        value: "value",
        note: "written when 2.7 was current, of versions behind the newest",
      },
    ],
    default: "vendor-table",
    defaultReason: "The only number in the vendor's newest text.",
  },
  {
    id: "coupling-scope",
    title: "What is upgraded together",
    description:
      "Whether the applications of all clusters of a workspace are upgraded together, or each cluster's alone.",
    unit: null,
    custom: null,
    appliesTo: { roles: ["management", "attached"] },
    options: [
      { id: "by-release", title: "what each release's documents say", from: "calendar.couplingScope.in-2-18" },
      { id: "workspace", title: "all clusters of a workspace", from: "calendar.couplingScope.up-to-2-17" },
      { id: "cluster", title: "each cluster by itself", from: "calendar.couplingScope.in-2-19-pre-release" },
    ],
    default: "by-release",
    defaultReason:
      "The vendor's guide knows the workspace only; objects of 2.18 and a command of the pre-release of 2.19 know the cluster.",
  },
  {
    id: "upgrade-order",
    title: "Which part is upgraded first",
    description: "Whether the applications of the workspaces are upgraded before the management cluster, or after it.",
    unit: null,
    custom: null,
    appliesTo: { roles: ["management", "attached"] },
    options: [
      {
        id: "vendor",
        title: "Kommander, workspaces, management cluster, managed clusters",
        from: "calendar.order.vendor",
      },
      {
        id: "field-guide",
        title: "Kommander, management cluster, workspaces, managed clusters",
        from: "calendar.order.field-guide",
      },
    ],
    default: "vendor",
    defaultReason:
      "The order in the vendor's guide; a field guide upgrades the management cluster before the workspaces.",
  },
  {
    id: "prism-central-of-tenants",
    title: "Prism Central of self-managed tenants",
    description:
      "Whether self-managed clusters share one Prism Central. Where they do, the first of them that needs a newer one moves it for all.",
    unit: null,
    custom: null,
    appliesTo: { roles: ["self-managed"] },
    options: [
      { id: "shared", title: "one for all of them" },
      { id: "own", title: "one for each tenant" },
    ],
    default: "shared",
    defaultReason:
      "The plan counts one Prism Central for the fleet; one for each tenant would need VMs that are not in it.",
  },
  {
    id: "when-window-ends",
    title: "When a cluster would leave its support window",
    description:
      "Whether a cluster whose tenant is not ready stays behind without support, or is upgraded on the last day.",
    unit: null,
    custom: null,
    appliesTo: null,
    options: [
      { id: "wait", title: "it waits for its tenant" },
      { id: "force", title: "it is upgraded on the last day" },
    ],
    default: "wait",
    defaultReason: "Nobody is forced unless a contract says so.",
  },
  {
    id: "ready-after-days-fleet",
    title: "Days until a tenant that goes with the fleet is ready",
    description:
      "Days after a minor version comes out until a tenant accepts it that is upgraded with the fleet, where the fleet does not say.",
    unit: "days",
    custom: days,
    appliesTo: null,
    options: [
      { id: "assumed", title: String(DAYS_UNTIL_FLEET_IS_READY), value: DAYS_UNTIL_FLEET_IS_READY, note: DAYS_NOTE },
    ],
    default: "assumed",
    defaultReason: "A month to test.",
  },
  {
    id: "ready-after-days-own",
    title: "Days until a tenant at its own pace is ready",
    description:
      "Days after a minor version comes out until a tenant accepts it that is upgraded at its own pace, where the fleet does not say.",
    unit: "days",
    custom: days,
    appliesTo: null,
    options: [
      {
        id: "assumed",
        title: String(DAYS_UNTIL_OWN_PACE_IS_READY),
        value: DAYS_UNTIL_OWN_PACE_IS_READY,
        note: DAYS_NOTE,
      },
    ],
    default: "assumed",
    defaultReason: "Half a year: later than the next minor version, which is why such tenants want their own pace.",
  },
  {
    id: "plane-delay-days",
    title: "Days until a management cluster is upgraded",
    description:
      "Days after a minor version comes out until the provider upgrades its management cluster, where nobody holds it back.",
    unit: "days",
    custom: days,
    appliesTo: { roles: ["management"] },
    options: [
      {
        id: "assumed",
        title: String(DAYS_UNTIL_PLANE),
        value: DAYS_UNTIL_PLANE,
        note: "no source; the time the provider needs to try a release",
      },
    ],
    default: "assumed",
    defaultReason: "Two weeks to try a release.",
  },
  {
    id: "minutes-per-node-upgraded",
    title: "Minutes to upgrade one node",
    description: "How long one node takes when a cluster's nodes are replaced one after the other.",
    unit: "minutes",
    custom: minutes,
    appliesTo: null,
    options: [
      { id: "low", title: "3.7, the fastest measured", from: "calendar.durations.node", value: "minutes.0" },
      { id: "high", title: "4.3, the slowest measured", from: "calendar.durations.node", value: "minutes.1" },
    ],
    default: "high",
    defaultReason: "A lab of seven nodes with nothing on them: a cluster with work to move takes no less.",
  },
  {
    id: "minutes-per-plane-upgraded",
    title: "Minutes to upgrade Kommander",
    description: "How long the platform of one management cluster takes to upgrade, its nodes apart.",
    unit: "minutes",
    custom: minutes,
    appliesTo: { roles: ["management"] },
    options: [
      { id: "low", title: "16, the fastest measured", from: "calendar.durations.kommander", value: "minutes.0" },
      { id: "high", title: "57, the slowest measured", from: "calendar.durations.kommander", value: "minutes.1" },
    ],
    default: "high",
    defaultReason: "Labs only, and none with tenants: a window that is planned too short is worse than one too long.",
  },
  {
    id: "validation-hours",
    title: "Hours to validate one set of applications",
    description: "Labour to test one set of applications on one minor version, however many tenants run it.",
    unit: "hours",
    custom: hours,
    appliesTo: null,
    options: [{ id: "assumed", title: String(HOURS_PER_VALIDATION), value: HOURS_PER_VALIDATION, note: HOURS_NOTE }],
    default: "assumed",
    defaultReason: "An even hand: the same for every model.",
  },
  {
    id: "coordination-hours",
    title: "Hours to agree on a date with one tenant",
    description: "Labour to agree on the day of one upgrade with one tenant.",
    unit: "hours",
    custom: hours,
    appliesTo: null,
    options: [{ id: "assumed", title: String(HOURS_PER_AGREED_DATE), value: HOURS_PER_AGREED_DATE, note: HOURS_NOTE }],
    default: "assumed",
    defaultReason: "An even hand: the same for every model.",
  },
  {
    id: "plane-upgrade-notice-hours",
    title: "Hours to tell the users of one attached cluster",
    description:
      "Labour, for each attached cluster and upgrade of its management cluster, to tell users that they are signed out and to hand out new kubeconfigs.",
    unit: "hours",
    custom: hours,
    appliesTo: { roles: ["attached"] },
    options: [
      {
        id: "assumed",
        title: String(HOURS_PER_NOTICE),
        value: HOURS_PER_NOTICE,
        cites: { source: ["planner", "nkpGuide218"], confidence: "assumption" },
        note: "that users are signed out and need new kubeconfigs is the vendor's text; how long it takes to tell them has no source",
      },
    ],
    default: "assumed",
    defaultReason: "One message and one file for each cluster; replace it by your own time sheets.",
  },
];
