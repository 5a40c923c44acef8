import type { FleetInput, QuoteOptions } from "nkp-planner";
import type { BodyProblem } from "./problems.ts";

/** The release that is sold; a change of it is a change of the offer. */
const RELEASE = "nkp-2.17.1";
const MODEL = "starter-self-managed";
const MOST_TEXT = 200;

const BODY = ["opportunity", "model", "allow"];
const OPPORTUNITY = ["id", "customer", "currency", "startsOn", "sites"];
const SITE = ["id", "pods", "vcpu", "memoryGiB", "storageGiB", "largestPod", "agreedMonthlyPrice"];

type Raw = Readonly<Record<string, unknown>>;
type Path = BodyProblem["path"];

/** What a request asks for, with what only this service knows to be wrong; the planner tells the rest. */
export interface Asked {
  readonly opportunityId: string;
  readonly customer: string;
  readonly fleet: FleetInput;
  readonly options: Pick<QuoteOptions, "model" | "allow">;
  readonly problems: readonly BodyProblem[];
}

/** Reads a request's body. Fleet and options are as unknown as the body was: the planner looks at every part of them. */
export function askedOf(body: unknown): Asked {
  const { opportunity, model = MODEL, allow = [] } = isRecord(body) ? body : {};
  const { id, customer, currency, startsOn, sites } = isRecord(opportunity) ? opportunity : {};
  const problems = [
    ...mapProblems(body, [], BODY),
    ...(isRecord(body) ? mapProblems(opportunity, ["opportunity"], OPPORTUNITY) : []),
    ...(isRecord(opportunity) ? [...textProblems(id, "id"), ...textProblems(customer, "customer")] : []),
    ...(Array.isArray(sites) ? siteProblems(sites) : []),
  ];
  const fleet = {
    release: RELEASE,
    ...(startsOn === undefined ? {} : { asOf: startsOn }),
    ...(currency === undefined ? {} : { currency }),
    ...(sites === undefined ? {} : { tenants: Array.isArray(sites) ? sites.map(tenantOf) : sites }),
  };
  return {
    // What is no text is a problem above, and need not even be one that can be written.
    opportunityId: typeof id === "string" ? id : "",
    customer: typeof customer === "string" ? customer : "",
    fleet: fleet as FleetInput,
    options: { model, allow } as Asked["options"],
    problems,
  };
}

/** A site as the planner's tenant; what is left out stays out, so that the planner says that it is missing. */
function tenantOf(site: unknown): unknown {
  if (!isRecord(site)) return site;
  const { id, agreedMonthlyPrice, pods, vcpu, memoryGiB, storageGiB, largestPod } = site;
  return given({
    id,
    agreedMonthlyPrice,
    size: given({ pods, vcpu, memoryGiB, storageGiB, largestPod }),
  });
}

function given(map: Raw): Raw {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));
}

function siteProblems(sites: readonly unknown[]): readonly BodyProblem[] {
  if (sites.length === 0) return [problem("missing", ["opportunity", "sites"], "an empty list", "at least one site")];
  return sites.flatMap((site, index) =>
    isRecord(site) ? mapProblems(site, ["opportunity", "sites", index], SITE) : [],
  );
}

function mapProblems(value: unknown, path: Path, known: readonly string[]): readonly BodyProblem[] {
  const expected = `a map with: ${known.join(", ")}`;
  if (value === undefined) return [problem("missing", path, "nothing", expected)];
  if (!isRecord(value)) return [problem("wrong-type", path, Array.isArray(value) ? "a list" : "no map", expected)];
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const short = key.slice(0, MOST_TEXT);
      const found = `the unknown key ${JSON.stringify(short)}`;
      return { ...problem("unknown-key", [...path, short], found, `one of: ${known.join(", ")}`), fix: "leave it out" };
    });
}

function textProblems(value: unknown, key: string): readonly BodyProblem[] {
  if (typeof value === "string" && value.trim() !== "" && value.length <= MOST_TEXT) return [];
  const found = value === undefined ? "nothing" : typeof value === "string" ? "an empty or long text" : "no text";
  const code = value === undefined ? "missing" : "wrong-type";
  return [problem(code, ["opportunity", key], found, `a text of 1 to ${MOST_TEXT} characters`)];
}

function problem(code: string, path: Path, found: string, expected: string): BodyProblem {
  return { code, path, found, expected, fix: "write it as expected" };
}

function isRecord(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
