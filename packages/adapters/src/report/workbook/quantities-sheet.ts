import { type CostLine, choiceOf, type Effort, onboardingsOn, type PlannedFleet } from "@nkp-planner/core";
import { at, FIRST_ROW, formula, number, type Row, tableSheet, text, type WorkbookSheet } from "./cells.ts";
import { type Counted, counted, sumOfCounted } from "./counted.ts";
import { type BilledTogether, IN_TIER, tierCheck } from "./tier-quantities.ts";

const SHEET = "Quantities";
const DAYS_PER_YEAR = 365;
const MONTHS_PER_YEAR = 12;
const WATTS_PER_KILOWATT = 1000;

/** Inputs that are no node, host, cluster or claim: hours, power, and what is counted otherwise. */
export class Quantities {
  readonly #rows: Row[] = [];
  readonly #known = new Map<string, Counted>();
  readonly #tiers = new Map<string, Row>();
  readonly #plan: PlannedFleet;
  readonly #efforts: readonly Effort[];
  readonly #effortsOf: ReadonlyMap<string, readonly Effort[]>;

  constructor(plan: PlannedFleet) {
    this.#plan = plan;
    const { clusters, context, efforts, input } = plan;
    const { choices } = context;
    this.#efforts = [...efforts, ...onboardingsOn(input.asOf, clusters, choices)];
    const byCluster = new Map<string, Effort[]>();
    for (const effort of this.#efforts) {
      const { clusterName } = effort;
      byCluster.set(clusterName, [...(byCluster.get(clusterName) ?? []), effort]);
    }
    this.#effortsOf = byCluster;
  }

  get sheet(): WorkbookSheet {
    return tableSheet(SHEET, NOTE, COLUMNS, [...this.#rows, ...this.#tiers.values()]);
  }

  /** Hours of the efforts that a cost line of a cluster is for; undefined where it is for none. */
  hoursOf({ label }: Pick<CostLine, "label">, clusterName: string | null): Counted | undefined {
    return this.#hours((this.#effortsOf.get(clusterName ?? "") ?? []).filter(({ cause }) => cause === label));
  }

  /** Hours of every effort, by what is done. */
  allHours(): readonly (Counted | undefined)[] {
    const activities = [...new Set(this.#efforts.map(({ activity }) => activity))];
    return activities.map((activity) => this.#hours(this.#efforts.filter((one) => one.activity === activity)));
  }

  /** kWh that one host draws in a month. */
  kWhAHost({ sku, name, wattsPerHost }: CostLine["rate"]): Counted {
    const { hoursPerMonth } = this.#plan.context.priceBook;
    const kWh = (wattsPerHost * hoursPerMonth) / WATTS_PER_KILOWATT;
    const follows = `${name}: × hosts; ${wattsPerHost} W × ${hoursPerMonth} hours as planned`;
    return this.#input(`kWh ${sku}`, [`${name}, of one host`, kWh, "kWh a month", follows]);
  }

  /** A quantity that nothing else on the sheets says, as it is planned. */
  own({ label, clusterName, quantity, rate, recurs }: CostLine): Counted {
    const key = `own ${recurs} ${clusterName} ${label} ${rate.key} ${this.#rows.length}`;
    return this.#input(key, [`${label}, ${clusterName ?? "several"}`, quantity, rate.unit, "this line of Costs"]);
  }

  /** Says whether a quantity that tiers divide is still billed as planned. */
  addTiers({ key, name }: CostLine["rate"], group: BilledTogether, used: Counted): void {
    const check = tierCheck(group, used);
    if (check === undefined || this.#tiers.has(`${key} ${used.formula}`)) return;
    this.#tiers.set(`${key} ${used.formula}`, [
      text(`${name}: its tiers, steps and minimum`),
      formula(check, IN_TIER),
      null,
      text(TIERS_NOTE),
    ]);
  }

  #hours(efforts: readonly Effort[]): Counted | undefined {
    return sumOfCounted(efforts.map((effort) => this.#hoursOfEffort(effort)));
  }

  #hoursOfEffort({ formula: { hoursId, timesCount, everyDaysId } }: Effort): Counted {
    const hours = this.#figure(hoursId);
    const times = timesCount === 1 ? hours : counted(`${hours.formula}*${timesCount}`, hours.planned * timesCount);
    if (everyDaysId === null) return times;
    const days = this.#figure(everyDaysId);
    const part = `${DAYS_PER_YEAR}/${MONTHS_PER_YEAR}/${days.formula}`;
    return counted(`${times.formula}*(${part})`, times.planned * (DAYS_PER_YEAR / MONTHS_PER_YEAR / days.planned));
  }

  #figure(id: Effort["formula"]["hoursId"]): Counted {
    const { parameter, value } = choiceOf(this.#plan.context.choices, id);
    return this.#input(id, [parameter.title, value ?? 0, parameter.unit ?? "", `labour; --set ${id}=…`]);
  }

  #input(key: string, [what, value, unit, follows]: readonly [string, number, string, string]): Counted {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#rows.push([text(what), number(value, "input"), text(unit), text(follows)]);
    const one = counted(at(SHEET, "B", FIRST_ROW + this.#rows.length - 1), value);
    this.#known.set(key, one);
    return one;
  }
}

const TIERS_NOTE = "What comes on top is billed at the price of the last tier reached.";
const NOTE =
  "Blue cells are inputs: hours of work, and all that is billed and stands on no other sheet. Nodes, hosts, clusters and claims are changed on the sheets of that name.";

const COLUMNS = [
  ["What", 70],
  ["Quantity", 16],
  ["Unit", 18],
  ["What follows", 60],
] as const;
