import type { Problem } from "nkp-planner";

/** A problem in the words of who sent the request: its path is one of the body's. */
export interface BodyProblem {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly received?: string | number | boolean | null;
  readonly siteId?: string;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

type Path = Problem["path"];

/** Where the parts of a fleet stand in an opportunity. */
const NAMES: Readonly<Record<string, string>> = { asOf: "startsOn", tenants: "sites" };

/** A problem of the planner as one of the opportunity that the fleet was made of. */
export function bodyProblem({ code, in: where, path, received, tenantId, found, expected, fix }: Problem): BodyProblem {
  return {
    code,
    path: where === "fleet" ? ["opportunity", ...opportunityPath(path)] : optionPath(where, path),
    ...(received === undefined ? {} : { received }),
    ...(tenantId === undefined ? {} : { siteId: tenantId }),
    found,
    expected,
    fix,
  };
}

/** `tenants.0.size.vcpu` → `sites.0.vcpu`. */
function opportunityPath([first, ...rest]: Path): Path {
  if (first === undefined) return [];
  const [index, field, ...deeper] = rest;
  const within = first === "tenants" && field === "size" && index !== undefined ? [index, ...deeper] : rest;
  return [NAMES[first] ?? first, ...within];
}

/** Limits are the service's own, so that what breaks them is the opportunity. */
function optionPath(where: Problem["in"], path: Path): Path {
  return where === "options" && path[0] !== "limits" && path[0] !== "signal" ? path : ["opportunity"];
}
