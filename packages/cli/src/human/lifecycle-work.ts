import {
  type FleetUpgrades,
  numberText,
  type OperatingModel,
  type PlannedFleet,
  sumOfHours,
  type UpgradeWork,
} from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { table } from "./table.ts";

/** A fleet's upgrades with the model that they are played by. */
export interface PlayedModel {
  readonly model: OperatingModel;
  readonly plan: PlannedFleet;
  readonly upgrades: FleetUpgrades;
}

const KINDS: Readonly<Record<UpgradeWork["kind"], string>> = {
  "node-rollouts": "Nodes replaced",
  "plane-rollouts": "Platforms of planes upgraded",
  validations: "Applications tried",
  coordinations: "Dates agreed with tenants",
  notices: "Clusters whose users are signed out",
};

const FAILURES: Readonly<Record<FleetUpgrades["blastRadius"]["kinds"][number]["kind"], string>> = {
  outage: "Tenants touched by one outage",
  "failed-upgrade": "Tenants touched by one failed upgrade",
  compromise: "Tenants touched by one compromise",
};

const NOT_KNOWN = "not known";

/** What upgrades take by each model, and how many tenants one failure of what manages clusters touches at the most. */
export function workTable(played: readonly PlayedModel[], ink: Ink): string {
  const [first] = played;
  if (first === undefined) return "";
  const columns = [
    { title: "", align: "left" as const },
    ...played.map(({ model }) => ({ title: model.title, align: "right" as const })),
  ];
  const work = first.upgrades.work.map(({ kind }) => [
    KINDS[kind],
    ...played.map(({ upgrades }) => workText(upgrades.work.find((one) => one.kind === kind))),
  ]);
  const sum = ["Hours together", ...played.map(({ upgrades }) => hoursText(sumOfHours(upgrades.work)))];
  const blast = first.upgrades.blastRadius.kinds.flatMap(({ kind }) => {
    const all = played.map(({ upgrades }) => upgrades.blastRadius.kinds.find((one) => one.kind === kind));
    const touched = [FAILURES[kind], ...all.map((one) => numberText(one?.largestTenantCount ?? 0))];
    const lost = all.map((one) => hoursText(one?.tenantHoursPerYear ?? null));
    return [touched, ["  Hours that tenants lose a year", ...lost]];
  });
  return table(columns, [...work, sum, ...blast], ink);
}

function workText(work: UpgradeWork | undefined): string {
  if (work === undefined) return "";
  return `${numberText(work.count)}: ${hoursText(work.hours)}`;
}

function hoursText(hours: number | null): string {
  return hours === null ? NOT_KNOWN : `${numberText(hours)} h`;
}

/** How validations grow with tenants, in a sentence. */
export function growthText({ validationGrowth: { sizes, isLinear } }: FleetUpgrades): string {
  const counts = sizes.map(({ tenantCount, validationCount }) => `${validationCount} for ${tenantCount}`).join(", ");
  const how = isLinear ? "each tenant brings as many as the first" : "who is slow, or held back, brings fewer";
  return `Applications tried by the first model: ${counts} tenants. ${BOUND}; ${how}.`;
}

const BOUND = "At the most one for each tenant and minor version: they grow with tenants, and not exponentially";
