import * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import { shown } from "../base/shown.ts";
import { numberWritten, textWritten } from "../base/written.ts";
import { ambiguousAmount } from "../input/fields.ts";
import { kindField } from "../input/file-head.ts";
import { ShapeField } from "../input/tenant-pools.ts";
import { CoveredElsewhereFile } from "./covered-elsewhere.ts";
import { exchangeProblems } from "./exchange.ts";
import { unitFields } from "./fields-of-units.ts";
import { changesField } from "./price-changes.ts";
import { priceFileFields, validityProblems } from "./price-file.ts";
import { PriceItemFile } from "./price-item-file.ts";
import { isAdded, isCoveredBy, type RateKind, rateKinds, unitsOf } from "./price-kinds.ts";
import { tariffProblems } from "./tariff-file.ts";

const MOST_ITEMS = 1000;
const MOST_SHAPES = 200;
const MOST_HOURS = 800;
const FEWEST_HOURS = 600;

const wholeItems = {
  description: "Whole items: each takes the place of the one with its SKU, or is new.",
  examples: [[{ sku: "LABOUR", name: "Engineer", appliesTo: "labour", unit: "hour", unitPrice: "98.00" }]],
};
const items = z.array(PriceItemFile).max(MOST_ITEMS);

/** A price book as people write it. JSON Schema: `schema/price-book.schema.json`. */
export const PriceBookFile = z.strictObject({
  kind: kindField("PriceBook"),
  ...priceFileFields,
  hoursPerMonth: z
    .number()
    .min(FEWEST_HOURS)
    .max(MOST_HOURS)
    .optional()
    .meta({
      title: "hours",
      description: "How many hours a month has, for prices an hour (not for labour). Left out: 730.",
      examples: [720],
    }),
  nodeShapes: z
    .array(ShapeField)
    .min(1)
    .max(MOST_SHAPES)
    .optional()
    .meta({
      description:
        "The shapes of nodes that you offer: where the cheapest is searched, one of these. Left out: the catalog's.",
      examples: [["4x32x100", "8x32x100", "8x64x100"]],
    }),
  items: items.meta({
    description: "What things cost you: one item a kind; several of kinds that are added, such as support.",
    examples: [[{ sku: "LABOUR", name: "Engineer", appliesTo: "labour", unit: "hour", unitPrice: "95.00" }]],
  }),
  coveredElsewhere: z
    .array(CoveredElsewhereFile)
    .default([])
    .meta({
      description:
        "What the book has no price for on purpose: something else pays for it, so that it is in no figure, until a change brings an item of it. Plans say so. Left out: nothing.",
      examples: [[{ appliesTo: "rack", by: "the contract of the data centre" }]],
    }),
  changes: changesField({ items: items.min(1).meta(wholeItems) }, { items: wholeItems.examples[0] }),
});

export type PriceBookFile = z.output<typeof PriceBookFile>;

const Loosely = z.looseObject({
  currency: z.unknown().optional(),
  exchangeRates: z.array(z.looseObject({ from: z.string(), to: z.string() })).catch([]),
  items: z
    .array(
      z.looseObject({
        appliesTo: z.unknown().optional(),
        unit: z.unknown().optional(),
        currency: z.unknown().optional(),
        storageClass: z.unknown().optional(),
        hostCluster: z.unknown().optional(),
      }),
    )
    .catch([]),
});
type LooseBook = z.output<typeof Loosely>;
type LooseItem = LooseBook["items"][number];

/** What one field of a price book cannot know. */
export function priceBookProblems(value: unknown): readonly Problem[] {
  const result = Loosely.safeParse(value);
  if (!result.success) return [];
  const book = result.data;
  return [
    ...validityProblems(value),
    ...book.items.flatMap((item, index) => itemProblems(item, ["items", index], book)),
    ...repeatedProblems(book.items),
    ...onlyHostProblems(book.items),
    ...twoWaysProblems(book.items),
  ];
}

function itemProblems(item: LooseItem, path: Problem["path"], book: LooseBook): readonly Problem[] {
  const currency = item.currency ?? book.currency;
  return [
    ...tariffProblems(item, currency, path),
    ...residualProblems(item, currency, path),
    ...exchangeProblems(book.exchangeRates, item.currency ?? undefined, book.currency, [...path, "currency"]),
    ...(isKind(item.appliesTo) ? unitProblems(item, item.appliesTo, path) : []),
  ];
}

function residualProblems(item: LooseItem, currency: unknown, path: Problem["path"]): readonly Problem[] {
  const { residualValue, unitPrice } = item;
  if (residualValue === undefined) return [];
  const place = [...path, "residualValue"];
  const ambiguous = ambiguousAmount(residualValue, currency);
  if (ambiguous !== undefined) return [{ path: place, found: shown(residualValue), ...ambiguous }];
  if (!(numberWritten(residualValue) > numberWritten(unitPrice))) return [];
  return [{ path: place, found: shown(residualValue), expected: "no more than the price", fix: "lower it" }];
}

function isKind(value: unknown): value is RateKind {
  return rateKinds.some((kind) => kind === value);
}

function unitProblems(item: LooseItem, kind: RateKind, path: Problem["path"]): readonly Problem[] {
  const { unit } = item;
  const allowed = unitsOf(kind);
  if (typeof unit !== "string") return [];
  if (!allowed.includes(unit)) {
    const expected = `${allowed.join(" or ")} for ${kind}`;
    return [
      { path: [...path, "unit"], found: shown(unit), expected, fix: `convert the price and write unit: ${allowed[0]}` },
    ];
  }
  return unitFields.flatMap(({ field: name, isNeeded, isTaken, example }): readonly Problem[] => {
    const isThere = item[name] !== undefined;
    const what = `${kind} by the ${unit}`;
    if (!isThere && isNeeded(kind, unit)) {
      return [
        { path: [...path, name], found: "nothing", expected: `one for ${what}`, fix: `add for example ${example}` },
      ];
    }
    if (isThere && !isTaken(kind, unit)) {
      return [{ path: [...path, name], found: shown(item[name]), expected: `none for ${what}`, fix: "remove it" }];
    }
    return [];
  });
}

function repeatedProblems(items: readonly LooseItem[]): readonly Problem[] {
  const seen = new Set<string>();
  return items.flatMap(({ appliesTo, storageClass, hostCluster }, index): readonly Problem[] => {
    if (!isKind(appliesTo) || isAdded(appliesTo)) return [];
    const key = rateKey(appliesTo, textWritten(storageClass) ?? textWritten(hostCluster));
    const isSecond = seen.has(key);
    seen.add(key);
    if (!isSecond) return [];
    const found = `a second rate for ${key}`;
    return [{ path: ["items", index, "appliesTo"], found, expected: "one", fix: "remove one of the two" }];
  });
}

/** The price of hosts of one cluster stands beside one for all others, by which shapes of nodes are ranked, too. */
function onlyHostProblems(items: readonly LooseItem[]): readonly Problem[] {
  const hosts = items.flatMap(({ appliesTo, hostCluster }, index) =>
    appliesTo === "host" ? [{ index, hostCluster }] : [],
  );
  const [first] = hosts;
  if (first === undefined || hosts.some(({ hostCluster }) => hostCluster === undefined)) return [];
  return [
    {
      path: ["items", first.index, "hostCluster"],
      found: shown(first.hostCluster),
      expected: "a price of the hosts of all other clusters beside it",
      fix: "add an item with appliesTo: host and without hostCluster",
    },
  ];
}

/** Hosts and rates for what runs on them are two prices of one thing. */
function twoWaysProblems(items: readonly LooseItem[]): readonly Problem[] {
  const hostAt = items.findIndex(({ appliesTo }) => appliesTo === "host");
  if (hostAt < 0) return [];
  return items.flatMap(({ appliesTo }, index): readonly Problem[] => {
    if (!isKind(appliesTo) || !isCoveredBy(appliesTo, "host")) return [];
    const found = `${appliesTo} beside the host ${shown(items[hostAt]?.["sku"])}`;
    const expected = "one way to price the infrastructure: by the host, or by vCPU, GiB and storage";
    return [
      { path: ["items", index, "appliesTo"], found, expected, fix: "remove one of the two, or it is paid twice" },
    ];
  });
}

/** Under which name a book holds a rate: its kind, and the class of volumes or the cluster of hosts where it is for one. */
export function rateKey(kind: RateKind, only: string | undefined): string {
  return only === undefined ? kind : `${kind}/${only}`;
}

/** A price book as it is written, before it is read. */
export type PriceBookFileInput = z.input<typeof PriceBookFile>;
