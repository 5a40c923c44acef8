import type { Scenario } from "./scenario.ts";

/** Changes of what things cost and of what tenants pay, part by part. */

type Edit = (scenario: Scenario) => Scenario;
/** The file that is changed. */
export type PriceFile = "prices" | "priceList";
/** A part of a file as it is written, before the planner has checked it. */
export type PartDraft = Readonly<Record<string, unknown>>;
/** Lists of such parts; a list of what is told once holds one or none. */
export type PartsName = "items" | "bundles" | "supportPlans" | "termDiscounts" | "minimumFee" | "onboarding";

/** What has a price of its own, and so may be invented. */
const PRICED: readonly PartsName[] = ["items", "bundles", "supportPlans", "minimumFee", "onboarding"];
const TOLD_ONCE: readonly PartsName[] = ["minimumFee", "onboarding"];

/** The parts of one name, in their order; of what is told once, one or none. */
export function partsOf(file: PartDraft | null, name: PartsName): readonly PartDraft[] {
  const value = file?.[name];
  if (Array.isArray(value)) return value.map(drafted);
  return value === undefined ? [] : [drafted(value)];
}

function drafted(value: unknown): PartDraft {
  return typeof value === "object" && value !== null ? (value as PartDraft) : {};
}

/** Whether a part's price is invented. */
export function isInvented(file: { readonly illustrative: boolean }, part: PartDraft): boolean {
  return typeof part["illustrative"] === "boolean" ? part["illustrative"] : file.illustrative;
}

/** All that has a price in a file, with where it stands. */
export function pricedParts(file: PartDraft) {
  return PRICED.flatMap((name) => partsOf(file, name).map((part, index) => ({ name, index, part })));
}

/** Whether any price of a file is invented. */
export function hasInventedParts(file: PartDraft & { readonly illustrative: boolean }): boolean {
  const parts = pricedParts(file);
  return parts.length === 0 ? file.illustrative : parts.some(({ part }) => isInvented(file, part));
}

/** One part changed; a price that is typed over is the visitor's own. */
export function setPart(file: PriceFile, name: PartsName, index: number, change: PartDraft): Edit {
  return onParts(file, name, (parts) =>
    parts.map((part, at) => (at === index ? without({ ...part, ...change, ...ownBy(change) }) : part)),
  );
}

/** What a price is made of: who types one has one. */
const OF_PRICE = ["unitPrice", "tiers", "monthly", "minimum", "percent"];

function ownBy(change: PartDraft): PartDraft {
  return OF_PRICE.some((field) => field in change) ? { illustrative: false } : {};
}

/** A field that is left empty is not there. */
function without(part: PartDraft): PartDraft {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}

/** One part more, which is the visitor's own; its SKU is made one of its own. */
export function addPart(file: PriceFile, name: PartsName, part: PartDraft, place: "first" | "last" = "last"): Edit {
  return onParts(file, name, (parts, draft) => {
    const taken = new Set(pricedParts(draft).map((one) => String(one.part["sku"])));
    const sku = part["sku"];
    const own = typeof sku === "string" ? { sku: freeSku(sku, taken) } : {};
    const mark = PRICED.includes(name) ? { illustrative: false } : {};
    const added = { ...part, ...own, ...mark };
    return place === "first" ? [added, ...parts] : [...parts, added];
  });
}

function freeSku(wanted: string, taken: ReadonlySet<string>): string {
  let [sku, number] = [wanted, 1];
  while (taken.has(sku)) {
    number += 1;
    sku = `${wanted}-${number}`;
  }
  return sku;
}

export function removePart(file: PriceFile, name: PartsName, index: number): Edit {
  return onParts(file, name, (parts) => parts.filter((_, at) => at !== index));
}

/** Says of one price whether it is invented. */
export function markPart(file: PriceFile, name: PartsName, index: number, illustrative: boolean): Edit {
  return onParts(file, name, (parts) => parts.map((part, at) => (at === index ? { ...part, illustrative } : part)));
}

/** Says of all prices of a file whether they are invented. */
export function markAll(file: PriceFile, illustrative: boolean): Edit {
  return (scenario) => {
    const draft = scenario[file];
    return draft === null
      ? scenario
      : { ...scenario, [file]: withMarks({ ...draft, ...markedAs(draft, illustrative) }) };
  };
}

function markedAs(draft: PartDraft, illustrative: boolean): PartDraft {
  const changed = PRICED.filter((name) => draft[name] !== undefined).map((name) => [
    name,
    written(
      name,
      partsOf(draft, name).map((part) => ({ ...part, illustrative })),
    ),
  ]);
  return Object.fromEntries(changed);
}

/** What of a kind something else pays for; null: nobody says so any more. */
export function coverElsewhere(kind: string, by: string | null): Edit {
  return (scenario) => {
    const { coveredElsewhere, ...prices } = scenario.prices;
    const all = coveredIn(scenario.prices);
    const isThere = all.some(({ appliesTo }) => appliesTo === kind);
    const changed =
      by === null
        ? all.filter(({ appliesTo }) => appliesTo !== kind)
        : isThere
          ? all.map((one) => (one.appliesTo === kind ? { ...one, by } : one))
          : [...all, { appliesTo: kind, by }];
    const field = changed.length === 0 ? {} : { coveredElsewhere: changed };
    return { ...scenario, prices: { ...prices, ...field } as Scenario["prices"] };
  };
}

/** What a book says that something else pays for. */
export function coveredIn(prices: PartDraft): readonly { readonly appliesTo: string; readonly by: string }[] {
  const all: unknown = prices["coveredElsewhere"];
  return (Array.isArray(all) ? all : []).map((one: unknown) => {
    const { appliesTo, by } = drafted(one);
    return { appliesTo: String(appliesTo), by: String(by ?? "") };
  });
}

function onParts(
  file: PriceFile,
  name: PartsName,
  change: (parts: readonly PartDraft[], draft: PartDraft) => readonly PartDraft[],
): Edit {
  return (scenario) => {
    const draft = scenario[file];
    if (draft === null) return scenario;
    const value = written(name, change(partsOf(draft, name), draft));
    const { [name]: _, ...others } = draft;
    const changed = value === undefined ? others : { ...draft, [name]: value };
    return { ...scenario, [file]: withMarks(changed as typeof draft) };
  };
}

function written(name: PartsName, parts: readonly PartDraft[]): unknown {
  return TOLD_ONCE.includes(name) ? parts[0] : parts;
}

/** Where all prices are alike, the file says it of all of them, and none of itself. */
function withMarks<Draft extends { readonly illustrative: boolean }>(draft: Draft): Draft {
  const marks = pricedParts(draft).map(({ part }) => isInvented(draft, part));
  const [first, ...others] = marks;
  if (first === undefined || others.some((mark) => mark !== first)) return draft;
  const bare = PRICED.filter((name) => Reflect.has(draft, name)).map((name) => [
    name,
    written(
      name,
      partsOf(draft, name).map(({ illustrative: _, ...part }) => part),
    ),
  ]);
  return { ...draft, ...Object.fromEntries(bare), illustrative: first };
}
