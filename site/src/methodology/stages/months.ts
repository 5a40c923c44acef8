import { forecastOf, numberText, operatingModels } from "@nkp-planner/core";
import { context, fleet, followed, ownPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

const GROWTH_PERCENT_PER_YEAR = 100;
const MONTHS = 24;

/** The tenant that the examples follow, twice as large every year, in a cluster of its own. */
const model = operatingModels.find(({ id }) => id === ownPlan.model.id) ?? operatingModels[0];
const tenants = [{ ...followed, growthPercentPerYear: GROWTH_PERCENT_PER_YEAR }];
const forecast =
  model && forecastOf({ ...fleet, tenants }, model, context, { months: MONTHS, discountPercentPerYear: 0 });
const months = forecast?.months ?? [];
const events = (forecast?.events ?? []).filter(({ because }) => because !== "tenants");

type Pools = (typeof events)[number]["after"];
const workersText = (pools: Pools) =>
  pools
    .filter(({ role }) => role !== "control-plane")
    .map(({ nodeCount, shape: { vcpu, memoryGiB } }) => `${nodeCount} × ${vcpu}/${memoryGiB}`)
    .join(", ");

export const monthByMonth = defineStage({
  id: "months",
  title: "Month by month",
  lead: "What becomes of a cluster's nodes while its tenants grow, come and leave: the command forecast plans month after month, each on what the one before has left.",
  text: [
    "Months are those of the calendar. The first is the first whole one from the day asked for; what is left of that day's own month is not counted, and the forecast says so. Tenants under contract on the first of a month are in it, as large as they are at its end; who comes during a month counts from the next one.",
    "Beside those whose days are known, tenants may be taken to come and leave by rates, as growth is one, without chance; the fleet file, an assumption or the command gives them: each month its part is added up, and whenever that comes to a whole tenant, one comes or leaves with the next month. Those who leave are spread evenly over the sizes and are none that a term or an end of contract binds; those who come are as large as the median tenant of the first month, pay as it does and grow from then on. The forecast says who they are.",
    "A cluster is built in the first month that has its tenants, in the shape that is best then. From there on it keeps the shape of its workers and gets nodes as they are needed. It never has fewer of them without an event that names it.",
    "Every month the planner also counts the cluster as if it were built anew. Where that costs less, the saving of so many months as a change has to pay back in is held against its effort. The saving is the smaller one of two: that of the month, and that of the last month of the payback time, when tenants have grown, come and left as the fleet says. So no node is taken away that is needed again before it has paid.",
    "A change is taken whatever it costs where not everything would run on what stands: a pod larger than a node, or more nodes than a cluster may have.",
    "Prices are those that hold on the first day of the month, where a price book or a price list changes on a day. A host bought before keeps its price. The price list's indexation raises a price for every whole year that it has held since the forecast's first month, so that one which a change has brought begins anew. The forecast names each change.",
    "Nodes are valued by the rates that shapes are chosen by. Hosts that are bought stay bought, so that fewer nodes buy fewer hosts later and give none back. The control plane has the size and number of the assumptions in every month.",
  ],
  formula: [
    "tenants that come a month = rate a year ÷ 12; that leave a month = unbound tenants × (1 − (1 − churn)^(1 ÷ 12))",
    "saving a month = Σ nodes × price of their shape, kept − Σ nodes × price of their shape, built anew; the smaller of now and of the end of the payback time",
    "effort = hours to change the nodes of one cluster × price of an hour",
    "taken in the first month in which saving × payback time > effort",
    "pays back after = effort ÷ saving, rounded up to whole months",
  ],
  terms: [
    ["event", "a cluster that is built or ends, has another shape, or has fewer nodes"],
    ["payback time", "within so many months a change has to save more than its effort"],
  ],
  example: `${followed.name} by ${ownPlan.model.title}, ${GROWTH_PERCENT_PER_YEAR} % larger every year, over ${MONTHS} months.`,
  tables: [
    {
      label: "Nodes of the whole fleet, quarter by quarter",
      columns: [{ title: "Month" }, { title: "Nodes", isNumber: true }],
      rows: months
        .filter(({ monthNumber }) => monthNumber % 3 === 1)
        .map(({ monthNumber, firstDay, nodeCount }) => [`${monthNumber}, from ${firstDay}`, numberText(nodeCount)]),
    },
    {
      label: "What happens to workers",
      columns: [
        { title: "Month" },
        { title: "Cluster" },
        { title: "With the shape that it had" },
        { title: "From then on" },
        { title: "Effort", isNumber: true },
        { title: "Saves a month", isNumber: true },
        { title: "Pays back after", isNumber: true },
      ],
      rows: events.map(({ firstDay, clusterName, otherwise, after, effortCost, monthlySaving, paybackMonths }) => [
        firstDay,
        clusterName,
        workersText(otherwise),
        workersText(after),
        effortCost.amount,
        monthlySaving?.amount ?? "needed",
        paybackMonths === null ? "needed" : `${paybackMonths} months`,
      ]),
    },
  ],
  result: `${events.length} ${events.length === 1 ? "change" : "changes"} of workers in ${MONTHS} months`,
  choices: [
    "reshape-hours-per-cluster",
    "reshape-payback-months",
    "churn-percent-per-year",
    "new-tenants-per-year",
    "growth-percent-per-year",
    "planning-horizon-months",
  ],
  code: [
    "packages/core/src/forecast/cluster-ledger.ts",
    "packages/core/src/forecast/reshaping.ts",
    "packages/core/src/forecast/forecast.ts",
    "packages/core/src/forecast/fleet-in-month.ts",
    "packages/core/src/forecast/tenants-over-time.ts",
  ],
});
