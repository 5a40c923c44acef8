/**
 * What a finding is about, which decides where it is shown.
 * `input`: what was given cannot be taken; `reading`: how it was read, and what of it was not used; `infeasible`: what was asked does not
 * run; `unmet-wish`: it runs, but not as the tenant wants it; `prices`: about price book and price list; `unknown`: a
 * figure that is not public and is left out; `choice`: one of several readings, or a figure of the user's; `method`:
 * how the planner counts, and what it leaves out; `deviation`: what stands in files is otherwise than planned.
 */
export const FINDING_KINDS = [
  "input",
  "reading",
  "infeasible",
  "unmet-wish",
  "prices",
  "unknown",
  "choice",
  "method",
  "deviation",
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** `error`: no result stands without it being mended; `warning`: a reader must know it; `note`: a reader may ask. */
export const SEVERITY_LEVELS = ["error", "warning", "note"] as const;

export type Severity = (typeof SEVERITY_LEVELS)[number];
