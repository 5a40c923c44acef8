import { examplePriceBook, parameters, planningContext } from "@nkp-planner/catalog";
import { moneyText, operatingModels, plannedFleet, sharingMethodNamed, sharingMethods } from "@nkp-planner/core";
import { toldOf } from "../../../build-time/told/own-file.ts";
import { fleet, sharedPlan } from "../example.ts";
import { assumptionHref } from "../links.ts";
import { firstSentence, furtherSentences, sourcesPart } from "./parts.ts";
import type { ReferenceList, ReferencePage, Section } from "./reference-list.ts";

const FOLDER = "packages/core/src/costs/sharing-methods";
const PARAMETER = "shared-cost";
const readings = parameters.find(({ id }) => id === PARAMETER)?.options ?? [];

/** The model in which most is shared. */
const shared = operatingModels.find(({ id }) => id === sharedPlan.model.id) ?? operatingModels[0];

/** Every way to divide what serves several tenants, and what each bears by it. */
export const sharingPages: ReferenceList = {
  id: "sharing",
  title: "Ways of sharing cost",
  lead: "How the cost of what serves several tenants is split among them, to the cent: each way with what every tenant of the example bears by it.",
  pages: async () => sharingMethods.map(({ id }) => methodPage(id)),
};

function methodPage(id: string): ReferencePage {
  const told = toldOf(FOLDER, id);
  const reading = readings.find((one) => one.id === id);
  const further = furtherSentences(told.summary);
  return {
    id,
    title: `Shared ${reading?.title ?? id}`,
    lead: firstSentence(told.summary),
    sections: [
      {
        title: "How to choose it",
        paragraphs: [
          ...(further === "" ? [] : [further]),
          "It is a reading of an assumption, so that every command takes it; shares add up to the cost exactly, whoever comes first.",
        ],
        command: `nkp-planner cost fleet.yaml --prices price-book.yaml --set ${PARAMETER}=${id}`,
        links: [{ title: "The assumption, with all its readings", href: assumptionHref(PARAMETER) }],
      },
      examplePart(id),
      ...sourcesPart(told),
    ],
  };
}

/** Weights that nobody has to have, in the order of the file: 1, 2, 3 … */
const weighted = { ...fleet, tenants: fleet.tenants.map((tenant, index) => ({ ...tenant, shareWeight: index + 1 })) };

function examplePart(id: string): Section {
  if (shared === undefined) throw new Error("There is no operating model.");
  const asksForMore = "require" in sharingMethodNamed(id);
  const context = planningContext({
    release: fleet.release,
    priceBook: examplePriceBook,
    settings: { [PARAMETER]: id },
  });
  const { tenants } = plannedFleet(asksForMore ? weighted : fleet, shared, context);
  return {
    title: "In the example fleet",
    paragraphs: [
      `What each tenant costs a month by the model ${shared.title}: its own cluster and its share.`,
      ...(asksForMore
        ? [
            "The example has no weights; here its tenants have 1, 2, 3 and so on. A fleet without is refused, tenant by tenant.",
          ]
        : []),
    ],
    table: {
      label: "Cost by tenant",
      columns: [{ title: "Tenant" }, { title: "Cost a month", isNumber: true }],
      rows: tenants.map(({ tenantId, monthlyCost }) => [
        fleet.tenants.find((one) => one.id === tenantId)?.name ?? tenantId,
        moneyText(monthlyCost),
      ]),
    },
  };
}
