/** Files with one mistake each, and why a schema cannot refuse some of them. */

/** Why a schema lets a mistake pass that the reader tells of. */
export const REASONS = {
  sum: "it takes arithmetic over several values",
  order: "one value is held against another",
  reference: "it names what stands elsewhere in the file",
  repeated: "an entry of the list has the same name",
  catalog: "a catalog of one's own may have the name",
  size: "how much a quantity in text comes to takes arithmetic",
  currency: "how many digits an amount has depends on the currency that is written elsewhere",
  float: "a number has no digits: what is written of it takes its text",
} as const;

export type WrittenKind = "fleet" | "price-book" | "price-list" | "what-if";

export interface BadFile {
  readonly kind: WrittenKind;
  /** Where the mistake stands, `tenants.0.id`. */
  readonly at: string;
  /** undefined: the property is left out. */
  readonly value: unknown;
  /** Why the schema cannot tell; absent: it refuses the file. */
  readonly because?: keyof typeof REASONS;
}

const fleet = (at: string, value: unknown, because?: keyof typeof REASONS) => row("fleet", at, value, because);
const book = (at: string, value: unknown, because?: keyof typeof REASONS) => row("price-book", at, value, because);
const list = (at: string, value: unknown, because?: keyof typeof REASONS) => row("price-list", at, value, because);
const ranges = (at: string, value: unknown, because?: keyof typeof REASONS) => row("what-if", at, value, because);

function row(kind: WrittenKind, at: string, value: unknown, because?: keyof typeof REASONS): BadFile {
  return { kind, at, value, ...(because === undefined ? {} : { because }) };
}

const WEB = "tenants.0.workloads.0";
const EXPRESSION = `${WEB}.nodeAffinity.required.0.matchExpressions.0`;

export const BAD_FILES: readonly BadFile[] = [
  // The head of a file.
  fleet("apiVersion", "nkp-planner/v9"),
  fleet("kind", "PriceBook"),
  fleet("colour", "red"),
  fleet("$schema", 1),
  fleet("tenants", undefined),
  fleet("tenants", { id: "a" }),
  fleet("asOf", "23.11.2026"),
  fleet("asOf", "2026-02-30"),
  fleet("release", ""),
  fleet("release", 2.17),
  fleet("currency", "Euro"),
  fleet("currency", "eur"),
  fleet("illustrative", "yes"),
  fleet("churnPercentPerYear", 101),
  // A tenant.
  fleet("tenants.0.id", "Orchid Foods"),
  fleet("tenants.0.id", "o".repeat(51)),
  fleet("tenants.0.name", "two\nlines"),
  fleet("tenants.0.name", "hidden\u200b"),
  fleet("tenants.1.id", "orchid", "repeated"),
  fleet("tenants.0.upgradeCadence", "never"),
  fleet("tenants.0.growthPercentPerYear", -1),
  fleet("tenants.0.price", 1900),
  fleet("tenants.0.price.monthly", "1.900,00"),
  fleet("tenants.0.price.monthly", "EUR 1900"),
  fleet("tenants.0.price.monthly", -5),
  fleet("tenants.0.price.monthly", "-5.00"),
  fleet("tenants.0.price.monthly", "1900.005", "currency"),
  fleet("tenants.0.price.monthly", 1e-7, "float"),
  fleet("tenants.0.contract.termMonths", 1.5),
  fleet("tenants.0.contract.until", "2025-12-31", "order"),
  fleet("tenants.0.origin", "rvtools.xlsx"),
  fleet("tenants.0.origin.file", ""),
  fleet("tenants.0.origin.file", "a".repeat(256)),
  fleet("tenants.0.origin.row", 0),
  fleet("tenants.0.origin.row", 1.5),
  fleet("tenants.0.origin.date", "29.11.2026"),
  fleet("tenants.0.origin.reader", undefined),
  fleet("tenants.0.origin.colour", "red"),
  fleet("tenants.0.preset", ""),
  fleet("tenants.0.preset", "XXL", "catalog"),
  fleet("tenants.0.applications", [{ application: "wordpres" }], "catalog"),
  fleet("tenants.0.applications", [{ application: "ghost", count: 0 }]),
  fleet("tenants.0.demand", { pods: 1, cpu: "1", memory: "1Gi" }),
  fleet("tenants.0.workloads", undefined),
  fleet("tenants.1.demand.pods", "many"),
  fleet("tenants.1.demand.largestPod", { cpu: "99", memory: "1Gi" }, "sum"),
  // Quantities.
  fleet(`${WEB}.requests.cpu`, "500 milli"),
  fleet(`${WEB}.requests.cpu`, "2 GHz"),
  fleet(`${WEB}.requests.cpu`, "2Gi"),
  fleet(`${WEB}.requests.cpu`, "500M"),
  fleet(`${WEB}.requests.cpu`, "-1"),
  fleet(`${WEB}.requests.cpu`, 1_000_001),
  fleet(`${WEB}.requests.cpu`, "1000001", "size"),
  fleet(`${WEB}.requests.cpu`, "+0.5M"),
  fleet(`${WEB}.requests.memory`, "64 GB"),
  fleet(`${WEB}.requests.memory`, "1,5Gi"),
  fleet(`${WEB}.requests.memory`, "64"),
  fleet(`${WEB}.requests.memory`, 64),
  fleet(`${WEB}.requests.memory`, "100m"),
  fleet(`${WEB}.requests.memory`, "2Pi", "size"),
  fleet(`${WEB}.requests.memory`, undefined),
  fleet(`${WEB}.requests.gpu`, 1),
  fleet(`${WEB}.requests.example~com/gpu`, 0.5),
  // Workloads, and where they may run.
  fleet(`${WEB}.name`, ""),
  fleet(`${WEB}.kind`, "Pod"),
  fleet(`${WEB}.replicas`, 2.5),
  fleet(`${WEB}.pool`, "other", "reference"),
  fleet(`${WEB}.rollout`, { maxSurge: 0, maxUnavailable: "0%" }),
  fleet(`${WEB}.rollout`, { maxSurge: "a quarter" }),
  fleet(`${WEB}.disruptionBudget`, {}),
  fleet(`${WEB}.disruptionBudget`, { minAvailable: 1, maxUnavailable: 1 }),
  fleet(`${WEB}.antiAffinity`, "rack"),
  fleet(`${WEB}.topologySpread`, [{ over: "zone", minDomains: 2, whenUnsatisfiable: "ScheduleAnyway" }]),
  fleet(`${WEB}.podAffinity`, { required: [{ over: "zone", workloads: ["nobody"] }] }, "reference"),
  fleet(`${WEB}.labels`, { "not a key": "x" }),
  fleet(`${WEB}.labels`, { app: "not a value!" }),
  fleet(`${EXPRESSION}.operator`, "Is"),
  fleet(`${EXPRESSION}.values`, undefined),
  fleet(EXPRESSION, { key: "pool", operator: "Exists", values: ["db"] }),
  fleet(EXPRESSION, { key: "cores", operator: "Gt", values: ["four"] }),
  // Pools and hosts.
  fleet("tenants.0.pools.0.name", "control-plane"),
  fleet("tenants.0.pools.0.shape", "8 x 64"),
  fleet("tenants.0.pools.0.survives", 3),
  fleet("tenants.0.pools.0.labels", { pool: "db" }),
  fleet("tenants.0.pools.0", { name: "workload", taints: [{ key: "a", effect: "NoSchedule" }] }),
  fleet("hostClusters.0.host", "48 cores"),
  fleet("hostClusters.0.stretched", "yes"),
  fleet("hostClusters.1.name", "gold", "repeated"),
  fleet("placement.0.hostCluster", "bronze", "reference"),
  fleet("placement.0.roles", ["management", "management"]),
  fleet("placement.0.tenants", ["orchid", "orchid"]),
  // Price books.
  book("id", "Rates 2027"),
  book("items", undefined),
  book("validUntil", "2025-12-31", "order"),
  book("illustrative", undefined),
  book("hoursPerMonth", 24),
  book("nodeShapes", ["large"]),
  book("exchangeRates.0.rate", "0.00"),
  book("exchangeRates.0.rate", 0),
  book("exchangeRates.0.on", "in May"),
  book("items.0.currency", "GBP", "reference"),
  book("items.0.currency", "dollars"),
  book("items.0.appliesTo", "engineers"),
  book("items.0.unit", "month"),
  book("items.0.unit", "vCPU-month"),
  book("items.0.unitPrice", undefined),
  book("items.0.unitPrice", "95,00"),
  book("items.0.unitPrice", "1.234", "currency"),
  book("items.0.termMonths", 36),
  book("items.0.storageClass", "gold"),
  book("items.1.termMonths", undefined),
  book("items.1.resource", "nvidia.com/gpu"),
  book("items.2.amortisedOverMonths", undefined),
  book("items.2.residualValue", "90000.00", "order"),
  book("items.3", { sku: "V", name: "vCPU", appliesTo: "infrastructure-vcpu", unit: "vCPU-month", unitPrice: "1.00" }),
  book("items.3", { sku: "L", name: "Labour", appliesTo: "labour", unit: "hour", unitPrice: "1.00" }, "repeated"),
  book("items.1.tiers", [{ from: 5, unitPrice: "9.00" }], "sum"),
  book("items.1.tiers", []),
  book("changes.0.from", "2025-01-01", "order"),
  book("changes.0.items", undefined),
  book("changes.0.items.0.unit", "month"),
  // Price lists.
  list("items", []),
  list("items.0.per", "vCPU"),
  list("items.0.sku", "MK-NODE", "repeated"),
  list("items.0.flavour", "8x32x80"),
  list("items.0.storageClass", "gold"),
  list("items.0.optional", "no"),
  list("items.1.flavour", "eight cores"),
  list("items.1.discount", 5),
  list("discountCeiling.percent", 101),
  list("supportPlans.0.minimum", "free"),
  list("defaultSupportPlan", "gold", "reference"),
  list("changes.0", { from: "2026-06-01" }),
  list("changes.0.items.0.per", "vCPU"),
  // Ranges.
  ranges("ranges", []),
  ranges("ranges.0", { low: "1", high: "2" }),
  ranges("ranges.0.setting", "floors"),
  ranges("ranges.0.low", "80 percent"),
  ranges("ranges.0.low", "-120%"),
  ranges("ranges.0.low", "99.00", "order"),
  ranges("ranges.0.mode", "99.00", "order"),
  ranges("ranges.1", { price: "NKP-ULT", low: "1.00", high: "2.00" }, "repeated"),
];
