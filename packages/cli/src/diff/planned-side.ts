import {
  type DiffSide,
  type Finding,
  fleetUpgrades,
  InputError,
  type OperatingModel,
  type PlanDocument,
  type PlanInput,
  planDocument,
  plannedFleet,
  type UpgradeCalendar,
} from "@nkp-planner/core";
import { fileNameOf } from "../files.ts";
import { loadPlanning, type Planning, type PlanningSources } from "../inputs.ts";
import { type MonthsFlag, monthsPlayed } from "../months-played.ts";
import type { ShellProcess } from "../shell.ts";
import { diffFinding } from "./diff-texts.ts";
import type { FleetGiven, PlanGiven, SideGiven } from "./sides-given.ts";

/** One side, ready to be held against the other. */
export interface PlannedSide {
  readonly side: DiffSide;
  /** What is to be known of what it was made of. */
  readonly notices: readonly Finding[];
  /** null: a plan document does not say what was asked for. */
  readonly input: PlanInput | null;
  /** @param model null: the one that a plan document is of */
  planBy(model: OperatingModel | null): SidePlan;
}

export interface SidePlan {
  readonly document: PlanDocument;
  /** null: not known. */
  readonly calendar: UpgradeCalendar | null;
  /** Why the upgrades cannot be played; null: they can, or nobody has asked. */
  readonly unplayed: Finding | null;
}

/** Plans a fleet as often as it is asked, or hands a plan document out. @throws InputError with every problem of its files */
export async function plannedSide(
  process: ShellProcess,
  given: SideGiven,
  sources: PlanningSources & MonthsFlag,
  models: readonly OperatingModel[],
): Promise<PlannedSide> {
  if (given.kind === "plan") return ofDocument(given);
  return ofFleet(given, sources, await loadPlanning(process, given.source, sources, models));
}

function ofDocument({ name, document, said }: PlanGiven): PlannedSide {
  const { release, currency, illustrativePrices } = document;
  const unknown = { asOf: null, prices: null, priceList: null };
  const figures = { document: called(name) };
  return {
    side: { name, kind: "plan", ...unknown, release, currency, illustrativePrices },
    notices: [...said, diffFinding("plan-document", figures)],
    input: null,
    planBy: () => ({ document, calendar: null, unplayed: null }),
  };
}

function ofFleet({ name }: FleetGiven, sources: PlanningSources & MonthsFlag, planning: Planning): PlannedSide {
  const { input, context, cache, watch, notices } = planning;
  const { prices, priceList } = sources;
  const planBy = (model: OperatingModel | null): SidePlan => {
    watch.at(name);
    const plan = inFile(name, () => plannedFleet(input, model as OperatingModel, context, cache));
    const document = planDocument(plan);
    try {
      const { calendar } = fleetUpgrades(plan, model as OperatingModel, monthsPlayed(sources, context));
      return { document, calendar, unplayed: null };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const figures = { fleet: called(name), why: called(error.message) };
      return { document, calendar: null, unplayed: diffFinding("upgrades-unplayed", figures) };
    }
  };
  const { asOf, release, currency } = input;
  return {
    side: {
      ...{ name, kind: "fleet", asOf, release, currency, illustrativePrices: false },
      prices: prices === undefined ? "the example price book" : fileNameOf(prices),
      priceList: priceList === undefined ? null : fileNameOf(priceList),
    },
    ...{ notices, input, planBy },
  };
}

/** What a fleet is called where there is one alone. */
const A_FLEET = "fleet";

/** Does something with a fleet; what is wrong with the fleet is told with its name, as there are two. */
function inFile<Made>(name: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const findings = error.findings.map((finding) => {
      const { subject } = finding;
      return subject.in === "input" && subject.file === A_FLEET
        ? { ...finding, subject: { ...subject, file: name } }
        : finding;
    });
    throw new InputError(name, findings);
  }
}

/** What is written as it is, at the beginning of a sentence too. */
function called(value: string) {
  return { kind: "name", value } as const;
}
