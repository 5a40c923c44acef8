import type { ClusterPlan } from "./clusters.ts";
import type { PlanningContext } from "./context.ts";
import type { PlanInput } from "./input.ts";
import { allChoices, type Choice, choiceOf } from "./parameters.ts";
import { hasRate } from "./prices/price-book.ts";
import { priceKindOf, type RateKind, rateKinds } from "./prices/price-kinds.ts";
import type { ConfidenceOrUser, SourceId } from "./provenance.ts";

/** Something a plan rests on that a reader should know before quoting it. */
export interface Assumption {
  readonly id: string;
  /**
   * `choice`: one of several readings, or a figure of the user's; `unknown`: a figure that is not public and
   * is left out; `prices`: about the price book; `method`: how the planner counts, and what it leaves out.
   */
  readonly kind: "choice" | "unknown" | "prices" | "method";
  readonly statement: string;
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  readonly isDefault: boolean;
  readonly note: string | undefined;
}

/** What several plans rest on, each assumption once, in the order of the plans. */
export function distinctAssumptions(
  plans: readonly { readonly assumptions: readonly Assumption[] }[],
): readonly Assumption[] {
  const all = plans.flatMap(({ assumptions }) => assumptions);
  return [...new Map(all.map((assumption) => [assumption.id, assumption])).values()];
}

/** Everything that a plan of these clusters rests on: prices, unknowns, choices, method. */
export function assumptionsOf(
  input: PlanInput,
  clusters: readonly ClusterPlan[],
  context: PlanningContext,
): readonly Assumption[] {
  return [
    ...priceAssumptions(input, context),
    ...unknownFigures(clusters),
    ...unknownRequests(input),
    ...evenSizes(input),
    ...namedSizes(input),
    ...releaseAssumptions(clusters, context),
    ...allChoices(context.choices)
      .filter((choice) => isUsed(choice, clusters))
      .map(ofChoice),
    ...(clusters.some(({ services }) => services === "central") ? [CENTRAL_STACK] : []),
    ...(hasRate(context.priceBook, "host") ? [HOSTS_PRICED] : [HOSTS_NOT_PRICED]),
    ...METHOD,
  ];
}

function of(kind: Assumption["kind"], id: string, statement: string, more: Partial<Assumption> = {}): Assumption {
  return { id, kind, statement, confidence: "assumption", sources: [], isDefault: true, note: undefined, ...more };
}

function priceAssumptions(
  { asOf, tenants }: PlanInput,
  { priceBook, priceList, choices }: PlanningContext,
): readonly Assumption[] {
  const { id, illustrative } = priceBook;
  const assumptions: Assumption[] = [];
  if (illustrative) {
    assumptions.push(
      of("prices", "illustrative-prices", `The prices of ${id} are invented: replace them by yours before quoting.`),
    );
  }
  for (const [subject, one] of [
    [id, priceBook],
    ...(priceList === undefined ? [] : [[priceList.id, priceList] as const]),
  ] as const) {
    const { validFrom, validUntil } = one;
    if (asOf >= validFrom && (validUntil === null || asOf <= validUntil)) continue;
    const until = validUntil === null ? "" : ` until ${validUntil}`;
    assumptions.push(
      of(
        "prices",
        `prices-not-valid:${subject}`,
        `${subject} holds from ${validFrom}${until}; the plan is for ${asOf}.`,
      ),
    );
  }
  if (priceList?.illustrative) {
    const statement = `The price list ${priceList.id} is invented: replace it by yours before quoting.`;
    assumptions.push(of("prices", "illustrative-price-list", statement));
  }
  const converted = [...priceBook.converted, ...(priceList?.convertedAt ? [priceList.convertedAt] : [])];
  for (const { from, to, rate, on, source } of converted) {
    const statement = `Prices in ${from} are converted at ${rate} ${to}, the rate of ${on}.`;
    assumptions.push(of("prices", `exchange-rate:${from}-${to}`, statement, { confidence: "user", note: source }));
  }
  const unsaid = unpricedKinds(priceBook);
  if (unsaid.length > 0) {
    const statement = `The price book has no item for ${unsaid.join(", ")}: left out, unless its other rates are meant to cover them.`;
    assumptions.push(of("prices", "without-price", statement, { confidence: "unknown" }));
  }
  const agreed = tenants.filter(({ monthlyPrice }) => monthlyPrice !== null);
  if (priceList !== undefined && agreed.length > 0 && choiceOf(choices, "agreed-prices").chosen === "kept") {
    const statement = `${agreed.length} of ${tenants.length} tenants pay what is agreed with them, the others what ${priceList.id} asks.`;
    assumptions.push(of("prices", "agreed-before-listed", statement, { confidence: "user" }));
  }
  const unpriced = priceList === undefined ? tenants.filter(({ monthlyPrice }) => monthlyPrice === null) : [];
  if (unpriced.length > 0) {
    const names = unpriced.map(({ name }) => name).join(", ");
    const statement = `No price is known for ${names}: the fleet's price and margin are unknown, not zero.`;
    assumptions.push(of("prices", "tenants-without-price", statement, { confidence: "unknown" }));
  }
  return assumptions;
}

/** What plans have and a price book may price; those that it does not, as the plan calls them. */
function unpricedKinds(book: PlanningContext["priceBook"]): readonly string[] {
  const isPriced = (kind: RateKind) => hasRate(book, kind) || book.added.some((rate) => rate.kind === kind);
  return rateKinds.flatMap((kind) => {
    const { absent } = priceKindOf(kind);
    return typeof absent === "object" && "leftOutAs" in absent && !isPriced(kind) ? [absent.leftOutAs] : [];
  });
}

function unknownFigures(clusters: readonly ClusterPlan[]): readonly Assumption[] {
  const unknown = new Map(
    clusters
      .flatMap(({ footprint }) => footprint)
      .filter(({ isUnknown }) => isUnknown)
      .map((line) => [`${line.application}/${line.component}`, line]),
  );
  return [...unknown].map(([name, { sources, note }]) => {
    const statement = `The requests of ${name} are not public; they are left out, so the platform asks for more than is counted.`;
    return of("unknown", `unknown:${name}`, statement, { confidence: "unknown", sources, note });
  });
}

function evenSizes({ tenants }: PlanInput): readonly Assumption[] {
  const even = tenants.flatMap(({ name, demand }) => ("isEvenlySized" in demand ? [name] : []));
  if (even.length === 0) return [];
  const statement = `Their largest pod is not known, so their pods are taken as equal in size; a larger one may need larger nodes: ${even.join(", ")}.`;
  return [of("unknown", "even-sizes", statement, { confidence: "unknown" })];
}

function namedSizes({ tenants }: PlanInput): readonly Assumption[] {
  const named = tenants.flatMap(({ name, sizedBy }) =>
    sizedBy === undefined ? [] : [`${name} (${sizedBy.join(", ")})`],
  );
  if (named.length === 0) return [];
  const statement = `Sized by what public charts ask for by default, a starting point and no measured need: ${named.join(", ")}.`;
  return [of("choice", "named-sizes", statement)];
}

function unknownRequests({ tenants }: PlanInput): readonly Assumption[] {
  return tenants.flatMap(({ id, name, demand }) => {
    if ("podCount" in demand) return [];
    const unknown = demand.flatMap((workload) => {
      const words = workload.unknownRequests?.map((key) => (key === "cpu" ? "CPU" : key)) ?? [];
      return words.length === 0 || workload.replicas === 0 ? [] : [`${workload.name} (${words.join(", ")})`];
    });
    if (unknown.length === 0) return [];
    const statement = `${name} runs pods whose requests no source states; they count as 0, so the tenant needs more than is planned: ${unknown.join(", ")}.`;
    return [of("unknown", `unknown-requests:${id}`, statement, { confidence: "unknown" })];
  });
}

function releaseAssumptions(clusters: readonly ClusterPlan[], { catalog }: PlanningContext): readonly Assumption[] {
  if (clusters.length === 0) return [];
  const { release, system } = catalog;
  const { readFor } = system;
  const assumptions: Assumption[] = [];
  if (release.status === "prerelease") {
    const statement = `${release.id} is a pre-release state of the manifests; the final release may ask for other amounts.`;
    assumptions.push(
      of("method", "prerelease", statement, { confidence: release.confidence, sources: release.sources }),
    );
  }
  if (readFor.release !== release.id) {
    const statement = `System components were read for ${readFor.release} and are taken to be the same in ${release.id}.`;
    assumptions.push(of("method", "system-components", statement, { sources: readFor.sources, note: readFor.note }));
  }
  return assumptions;
}

/** Whether a plan has a cluster that the parameter matters to. */
function isUsed({ parameter: { appliesTo } }: Choice, clusters: readonly ClusterPlan[]): boolean {
  return clusters.some(
    ({ role, footprint }) =>
      (appliesTo?.roles?.includes(role) ?? true) &&
      (appliesTo?.application === undefined ||
        footprint.some(({ application }) => application === appliesTo.application)),
  );
}

function ofChoice({ parameter, title, confidence, sources, isDefault, note }: Choice): Assumption {
  const statement = `${parameter.title}: ${title}.`;
  const reason = isDefault ? parameter.defaultReason : note;
  return of("choice", parameter.id, statement, { confidence, sources, isDefault, note: reason });
}

const CENTRAL_STACK = of(
  "method",
  "central-stack-not-scaled",
  "The provider's central stack is counted once, whatever the number of tenants: what metrics and logs of many tenants ask for is not known.",
);

const HOSTS_NOT_PRICED = of(
  "method",
  "hosts-not-priced",
  "Hosts and copies of data are counted but not priced: the rates per vCPU and GiB must cover them.",
);
const HOSTS_PRICED = of(
  "method",
  "hosts-divided",
  "A host's cost is for its vCPU and its memory in equal parts and is divided by what runs on it; spare hosts and what is left free are idle and shared by all tenants.",
);

const METHOD: readonly Assumption[] = [
  of(
    "method",
    "placed-by-scheduler",
    "Pods are placed by the rules of kube-scheduler's default profile, platform first; volumes, ports, images and preemption are not looked at.",
  ),
  of(
    "method",
    "orders-tried",
    "Node counts hold in the orders of arrival that were tried, and after the loss of any one worker with its pods back in one order; other orders can need a node more. Very large pools are tried in fewer orders, at least three; not every pair of nodes is tried beyond 100 workers (16 with zones). The loss of a control plane node is not tried.",
  ),
  of(
    "method",
    "sums-as-one-pod",
    "Platform components of which only the sum of several pods is known are placed as one pod of that size.",
  ),
  of(
    "method",
    "totals-as-pods",
    "A tenant known by totals is placed as its largest pod and further pods that share the rest evenly.",
  ),
  of(
    "method",
    "surge-not-priced",
    "Nodes that exist only during an upgrade have room on the hosts and addresses, and no price.",
  ),
  of("method", "claims-without-figure", "Components without a figure for volume claims are counted as claiming none."),
];
