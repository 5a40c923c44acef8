import type { Scenario } from "./scenario.ts";

/**
 * A scenario out of plain data that anybody may have written: a link, or what a browser kept. Fields that the page
 * reads must have the type it expects; whether what is in them makes sense, the planner says.
 */

/** Larger fleets are planned on the command line. */
const MOST_TENANTS = 5000;

/** null where the data is no scenario, or a larger one than the page takes. */
export function readScenario(value: unknown): Scenario | null {
  if (!isRecord(value)) return null;
  const { fleet, prices, priceList, settings, locale, letter } = value;
  if (!isFleet(fleet) || !isPriced(prices) || !(priceList === null || isPriced(priceList))) return null;
  if (!isRecord(settings) || !Object.values(settings).every(isText) || !isLocale(locale)) return null;
  if (!isRecord(letter) || !["provider", "customer", "objectives"].every((field) => isText(letter[field]))) return null;
  if (!["number", "validUntil", "taxPercent"].every((field) => isOptional(isText)(letter[field]))) return null;
  if (!isOptional(isListOf(isOwnItem))(letter["ownItems"])) return null;
  return value as unknown as Scenario;
}

function isFleet(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { asOf, release, currency, illustrative, tenants } = value;
  const isHead = isText(asOf) && isText(release) && isText(currency) && isOptional(isFlag)(illustrative);
  return isHead && Array.isArray(tenants) && tenants.length <= MOST_TENANTS && tenants.every(isTenant);
}

function isTenant(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, name, demand, workloads, applications, preset, upgradeCadence, growthPercentPerYear, price } = value;
  return (
    isText(id) &&
    [name, preset, upgradeCadence].every(isOptional(isText)) &&
    isOptional(isTyped)(growthPercentPerYear) &&
    isOptional(isTotals)(demand) &&
    isOptional(isListOf(isWorkload))(workloads) &&
    isOptional(isListOf(isApplication))(applications) &&
    isOptional((one) => isRecord(one) && isTyped(one["monthly"]) && isOptional(isFlag)(one["illustrative"]))(price)
  );
}

function isTotals(value: unknown): boolean {
  if (!isRequests(value)) return false;
  return isTyped(value["pods"]) && isOptional(isTyped)(value["storage"]) && isOptional(isRequests)(value["largestPod"]);
}

function isWorkload(value: unknown): boolean {
  if (!isRecord(value) || !isText(value["name"]) || !isRequests(value["requests"])) return false;
  return isOptional(isTyped)(value["replicas"]) && isOptional(isTyped)(value["storagePerReplica"]);
}

function isApplication(value: unknown): boolean {
  return isRecord(value) && isText(value["application"]) && isOptional(isTyped)(value["count"]);
}

function isPriced(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, title, illustrative, currency, items } = value;
  const isHead = isText(id) && isText(title) && isText(currency) && isFlag(illustrative);
  return isHead && isListOf(isItem)(items);
}

function isItem(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return isText(value["sku"]) && isText(value["name"]) && isOptional(isTyped)(value["unitPrice"]);
}

function isOwnItem(value: unknown): boolean {
  return isRecord(value) && isText(value["title"]) && isText(value["amount"]);
}

function isLocale(value: unknown): boolean {
  if (!isText(value)) return false;
  try {
    return Intl.NumberFormat.supportedLocalesOf(value as string).length > 0;
  } catch {
    return false;
  }
}

function isRequests(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && isTyped(value["cpu"]) && isTyped(value["memory"]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isFlag(value: unknown): boolean {
  return typeof value === "boolean";
}

function isTyped(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}

function isOptional(is: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || is(value);
}

function isListOf(is: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(is);
}
