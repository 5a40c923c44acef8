import type { CheckCase } from "./checked.ts";
import { emittedFiles, type Files } from "./checked.ts";

/** Two tenants, each with a cluster of its own beneath a management cluster. */
export const SMALL_FLEET = {
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: "2026-11-23",
  release: "nkp-2.17.1",
  currency: "EUR",
  tenants: [
    {
      id: "kite",
      name: "Kite Media",
      workloads: [{ name: "web", replicas: 6, requests: { cpu: "2", memory: "4Gi" } }],
    },
    { id: "orchid", name: "Orchid Bank", demand: { pods: 30, cpu: "12", memory: "48Gi" } },
  ],
};

/** What a rule finds, and what holds in its twin. */
export interface RuleScenario {
  readonly fires: RuleCase;
  /** As close to it as can be, but so that the rule holds, and was asked. */
  readonly holds: Omit<RuleCase, "finds">;
}

export interface RuleCase extends Omit<CheckCase, "fleet" | "files"> {
  readonly fleet?: object;
  /** From files that follow the plan to the letter. */
  readonly files: (planned: Files) => Files;
  /** Everything that the rule finds, in the order of files and lines. */
  readonly finds: readonly ExpectedFinding[];
}

export interface ExpectedFinding {
  readonly file: string;
  /** Stands on the line that is pointed at. */
  readonly onLine: string;
  /** The whole sentence, without what to do. */
  readonly text: string;
  readonly isUnknown?: true;
}

/** The case of a scenario, with files made for its fleet. */
export async function caseOf({ fleet = SMALL_FLEET, files, ...rest }: Omit<RuleCase, "finds">): Promise<CheckCase> {
  return { fleet, ...rest, files: files(await emittedFiles({ fleet, ...rest })) };
}
