import { gridColumns } from "@nkp-planner/adapters/tenant-table";
import { chooseParameters, type Parameter } from "@nkp-planner/core";
import { headOf, shownText } from "../state/grid.ts";
import { type PartDraft, pricedParts } from "../state/price-edits.ts";
import type { Scenario, TenantDraft } from "../state/scenario.ts";

/** What somebody entered otherwise in one scenario than in another. */
export interface InputDifference {
  readonly title: string;
  readonly here: string;
  readonly there: string;
}

export interface InputDifferences {
  readonly rows: readonly InputDifference[];
  /** Of tenants that differ, how many are not among the rows. */
  readonly untoldCount: number;
}

/** So many tenants are told one by one. */
const MOST_TENANTS = 20;
const NOTHING = "—";

/** All that was entered otherwise: head, assumptions, prices, tenants. */
export function inputDifferences(here: Scenario, there: Scenario, parameters: readonly Parameter[]): InputDifferences {
  const tenants = tenantDifferences(here, there);
  return {
    rows: [
      ...headDifferences(here, there),
      ...settingDifferences(here, there, parameters),
      ...priceDifferences("Price book", here.prices, there.prices),
      ...priceDifferences("Price list", here.priceList, there.priceList),
      ...tenants.slice(0, MOST_TENANTS),
    ],
    untoldCount: Math.max(0, tenants.length - MOST_TENANTS),
  };
}

function headDifferences(here: Scenario, there: Scenario): readonly InputDifference[] {
  const { tenants: _, ...ofHere } = here.fleet;
  const { tenants: __, ...ofThere } = there.fleet;
  const titles: Readonly<Record<string, string>> = { asOf: "Day", release: "NKP release", currency: "Currency" };
  return differing(ofHere, ofThere).map((field) => ({
    title: titles[field] ?? `Fleet, ${field}`,
    here: text(ofHere[field]),
    there: text(ofThere[field]),
  }));
}

function settingDifferences(
  here: Scenario,
  there: Scenario,
  parameters: readonly Parameter[],
): readonly InputDifference[] {
  return differing(here.settings, there.settings).map((id) => {
    const parameter = parameters.find((one) => one.id === id);
    const shown = ({ settings }: Scenario) => {
      const set = settings[id];
      // Either scenario could be planned, so that each of its settings is one.
      if (parameter === undefined) return text(set);
      return chooseParameters([parameter], set === undefined ? {} : { [id]: set })[id]?.title ?? text(set);
    };
    return { title: parameter?.title ?? id, here: shown(here), there: shown(there) };
  });
}

type PricesDraft = Scenario["prices"] | Scenario["priceList"];

function priceDifferences(title: string, here: PricesDraft, there: PricesDraft): readonly InputDifference[] {
  if (isSame(here, there)) return [];
  if (here === null || there === null) return [{ title, here: here?.title ?? NOTHING, there: there?.title ?? NOTHING }];
  const parts = new Map([...pricedParts(here), ...pricedParts(there)].map(({ part }) => [String(part["sku"]), part]));
  const partIn = (file: PartDraft, sku: string) => pricedParts(file).find(({ part }) => part["sku"] === sku)?.part;
  const changed = [...parts].flatMap(([sku, named]): readonly InputDifference[] => {
    const [ours, theirs] = [partIn(here, sku), partIn(there, sku)];
    if (isSame(ours, theirs)) return [];
    const [before, after] = [priceText(ours), priceText(theirs)];
    const isOnePrice = before === after;
    return [
      {
        title: `${title}, ${String(named["name"] ?? sku)}`,
        here: isOnePrice ? `${before}, on its terms` : before,
        there: isOnePrice ? `${after}, on other terms` : after,
      },
    ];
  });
  const isHead = here.title !== there.title || here.currency !== there.currency || changed.length === 0;
  return [
    ...(isHead
      ? [{ title, here: `${here.title}, ${text(here.currency)}`, there: `${there.title}, ${text(there.currency)}` }]
      : []),
    ...changed,
  ];
}

function priceText(part: PartDraft | undefined): string {
  if (part === undefined) return NOTHING;
  const { unitPrice, tiers, monthly, percent, minimum, unit, per } = part;
  const tierTexts = Array.isArray(tiers) ? tiers.map((tier) => text(Object(tier)["unitPrice"])).join(" / ") : undefined;
  const amount = tierTexts ?? unitPrice ?? monthly ?? (percent === undefined ? minimum : `${text(percent)} %`);
  const by = unit ?? per;
  return by === undefined ? text(amount) : `${text(amount)} per ${text(by)}`;
}

/** Who is there, and what of each that is in both. */
function tenantDifferences(here: Scenario, there: Scenario): readonly InputDifference[] {
  const [ours, theirs] = [here, there].map(({ fleet }) => new Map(fleet.tenants.map((tenant) => [tenant.id, tenant])));
  if (ours === undefined || theirs === undefined) return [];
  const ids = [...new Set([...ours.keys(), ...theirs.keys()])];
  return ids.flatMap((id): readonly InputDifference[] => {
    const [a, b] = [ours.get(id), theirs.get(id)];
    if (isSame(a, b)) return [];
    const title = `Tenant ${text(a?.name ?? b?.name ?? id)}`;
    if (a === undefined || b === undefined)
      return [{ title, here: a === undefined ? "not there" : "there", there: b === undefined ? "not there" : "there" }];
    const columns = gridColumns.filter(
      (column) => shownText(column, a, here.locale) !== shownText(column, b, here.locale),
    );
    const shown = (tenant: TenantDraft, { fleet: { currency } }: Scenario) =>
      columns
        .map((column) => `${headOf(column, currency)} ${shownText(column, tenant, here.locale) || NOTHING}`)
        .join(", ");
    if (columns.length === 0) return [{ title, here: "as it is told here", there: "told otherwise, beside the table" }];
    return [{ title, here: shown(a, here), there: shown(b, there) }];
  });
}

/** Whether two parts hold the same, in whatever order their fields were typed. */
function isSame(a: unknown, b: unknown): boolean {
  return inOrder(a) === inOrder(b);
}

function inOrder(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function differing(a: PartDraft, b: PartDraft): readonly string[] {
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return fields.filter((field) => !isSame(a[field], b[field]));
}

function text(value: unknown): string {
  if (value === undefined || value === null || value === "") return NOTHING;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
