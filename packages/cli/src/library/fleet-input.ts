import { API_VERSION } from "@nkp-planner/core";
import { type Problem, receivedAt } from "./problem.ts";

/** Kubernetes rounds what is finer than a thousandth of a vCPU and a byte; so many digits keep what people write. */
const MOST_DIGITS = 6;
const HEAD = { apiVersion: API_VERSION, kind: "Fleet" } as const;

type Raw = Readonly<Record<string, unknown>>;
type Path = Problem["path"];

/** A fleet as its file has it, with what is wrong with the short ways of saying it. */
export interface FleetRead {
  readonly file: unknown;
  readonly problems: readonly Problem[];
  /** The place in what was given of a place in the file. */
  placeOf(path: Path): Path;
}

/** Writes sizes in plain numbers and agreed prices as a fleet file has them. @param given plain data */
export function fleetFileOf(given: unknown): FleetRead {
  if (!isRecord(given)) return { file: given, problems: [], placeOf: (path) => path };
  const problems: Problem[] = [];
  const { $schema: _schema, ...fleet } = given;
  const tenants = fleet["tenants"];
  const isShort = new Set<unknown>();
  const read = (tenant: unknown, index: number) => {
    if (!isRecord(tenant)) return tenant;
    const { size, agreedMonthlyPrice, ...file } = tenant;
    const at = ["tenants", index];
    for (const [short, long] of Object.entries(LONG)) {
      if (tenant[short] === undefined) continue;
      isShort.add(`${index}.${long}`);
      if (tenant[long] !== undefined) problems.push(twice(short, long, at));
    }
    return {
      ...file,
      ...(size === undefined ? {} : { demand: demandOf(size, [...at, "size"], problems) }),
      ...(agreedMonthlyPrice === undefined ? {} : { price: { monthly: agreedMonthlyPrice } }),
    };
  };
  const file = { ...HEAD, ...fleet, ...(Array.isArray(tenants) ? { tenants: tenants.map(read) } : {}) };
  return { file, problems, placeOf: (path) => (isShort.has(`${path[1]}.${path[2]}`) ? shortPlace(path) : path) };
}

const LONG = { size: "demand", agreedMonthlyPrice: "price" } as const;
const SHORT: Readonly<Record<string, string>> = { cpu: "vcpu", memory: "memoryGiB", storage: "storageGiB" };

function shortPlace([tenants = "", index = 0, field, ...rest]: Path): Path {
  if (field === "price") return [tenants, index, "agreedMonthlyPrice"];
  return [tenants, index, "size", ...rest.map((key) => SHORT[key] ?? key)];
}

function twice(short: string, long: string, at: Path): Problem {
  const path = [...at, short];
  const fix = `leave one of ${short} and ${long} out`;
  return { code: "not-accepted", in: "fleet", path, found: `${short} beside ${long}`, expected: "one of them", fix };
}

/** Totals as the file has them. What is no number is told here, and stands as one in the file, so that all else is read. */
function demandOf(size: unknown, at: Path, problems: Problem[]): unknown {
  if (!isRecord(size)) {
    problems.push({ ...placed(size, at), expected: "a map", fix: "write { pods, vcpu, memoryGiB }" });
    return NOTHING;
  }
  const { pods, largestPod } = size;
  problems.push(...unknownKeys(size, ["pods", "vcpu", "memoryGiB", "storageGiB", "largestPod"], at));
  if (isRecord(largestPod)) problems.push(...unknownKeys(largestPod, ["vcpu", "memoryGiB"], [...at, "largestPod"]));
  return {
    pods: pods ?? numberAt(size, "pods", at, problems),
    ...resourcesOf(size, at, problems),
    ...(size["storageGiB"] === undefined ? {} : { storage: gib(numberAt(size, "storageGiB", at, problems)) }),
    ...(isRecord(largestPod) ? { largestPod: resourcesOf(largestPod, [...at, "largestPod"], problems) } : {}),
    ...(isRecord(largestPod) || largestPod === undefined ? {} : { largestPod }),
  };
}

function unknownKeys(map: Raw, known: readonly string[], at: Path): readonly Problem[] {
  const expected = `one of: ${known.join(", ")}`;
  return Object.keys(map)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      ...placed(undefined, [...at, key]),
      code: "unknown-key",
      found: `the unknown key ${key}`,
      expected,
      fix: "leave it out",
    }));
}

const NOTHING = { pods: 0, cpu: "0", memory: "0" };

function resourcesOf(size: Raw, at: Path, problems: Problem[]) {
  const vcpu = numberAt(size, "vcpu", at, problems);
  return {
    cpu: digits(vcpu),
    memory: gib(numberAt(size, "memoryGiB", at, problems)),
  };
}

function gib(sizeGiB: number): string {
  return `${digits(sizeGiB)}Gi`;
}

/** Without the last digits of a sum such as 0.1 + 0.2. */
function digits(value: number): string {
  return String(Number(value.toFixed(MOST_DIGITS)));
}

function numberAt(size: Raw, key: string, at: Path, problems: Problem[]): number {
  const value = size[key];
  if (typeof value === "number" && value >= 0 && value <= MOST) return value;
  const code = value === undefined ? "missing" : typeof value === "number" ? "out-of-range" : "wrong-type";
  const expected = `a number from 0 to ${MOST}`;
  problems.push({ ...placed(value, [...at, key]), code, expected, fix: `write for example ${key}: ${EXAMPLE}` });
  return 0;
}

const MOST = 1_000_000;
const EXAMPLE = 16;

function placed(value: unknown, path: Path): Pick<Problem, "code" | "in" | "path" | "received" | "found"> {
  const found = value === undefined ? "nothing" : (JSON.stringify(value)?.slice(0, MOST_SHOWN) ?? "nothing");
  return { code: "wrong-type", in: "fleet", path, ...receivedAt(value, []), found };
}

const MOST_SHOWN = 60;

function isRecord(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
