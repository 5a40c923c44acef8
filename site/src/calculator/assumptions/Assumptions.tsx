import { useStore } from "@nanostores/react";
import { hasInventedParts } from "../../state/price-edits.ts";
import type { FleetDraft } from "../../state/scenario.ts";
import { $outcome, $scenario, beginning } from "../../state/store.ts";
import type { ChoiceRow } from "../../view/choice-rows.ts";
import { LateFields } from "../upgrades/LateFields.tsx";
import { ChoiceEditor } from "./ChoiceEditor.tsx";
import { Fold } from "./Fold.tsx";
import { Money } from "./Money.tsx";
import { LatePrices } from "./prices/LatePrices.tsx";
import { Release } from "./Release.tsx";

/** What people look for first, in the order of the road from tenant to cost; everything else stands below it. */
const FIRST = [
  "tenant-services",
  "loss-survived",
  "floors",
  "workload-node-shape",
  "headroom-percent",
  "growth-percent-per-year",
  "host-profile",
  "shared-cost",
];

/** The whole set-up at a glance: every choice with its present value; opened, what it means and what else it could be. */
export function Assumptions() {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  if (scenario === null || outcome === null) return null;
  const { choices } = outcome.view;
  const { fleet, prices, priceList, settings } = scenario;
  const first = FIRST.flatMap((id) => choices.find((choice) => choice.id === id) ?? []);
  const others = choices.filter(({ id }) => !FIRST.includes(id));
  const release = beginning().releases.find(({ id }) => id === fleet.release);
  const changedCount = others.filter(({ isDefault }) => !isDefault).length;
  const isInvented = hasInventedParts(prices);
  const choiceRow = (choice: ChoiceRow) => (
    <Fold key={choice.id} title={choice.title} value={choice.value} isChanged={!choice.isDefault}>
      {() => <ChoiceEditor id={choice.id} setting={settings[choice.id]} view={outcome.view} />}
    </Fold>
  );
  return (
    <section aria-labelledby="assumptions" className="assumptions">
      <h2 id="assumptions">Assumptions</h2>
      <Fold title="NKP release" value={release?.version ?? fleet.release}>
        {() => <Release />}
      </Fold>
      {first.map(choiceRow)}
      <Fold title="Prices" value={isInvented ? "illustrative, replace yours" : prices.title} isWarning={isInvented}>
        {() => <LatePrices of="book" view={outcome.view} />}
      </Fold>
      <Fold title="What tenants pay" value={priceList === null ? "what is agreed with them" : priceList.title}>
        {() => <LatePrices of="list" view={outcome.view} />}
      </Fold>
      <Fold title="Upgrades" value={upgradesSaid(fleet)}>
        {() => <LateFields view={outcome.view} />}
      </Fold>
      <Fold title="Currency, day, numbers" value={`${fleet.currency} · ${fleet.asOf} · ${scenario.locale}`}>
        {() => <Money />}
      </Fold>
      <Fold
        title={`${others.length} more assumptions`}
        value={changedCount === 0 ? "all at their defaults" : `${changedCount} changed`}
        isChanged={changedCount > 0}
      >
        {() => <div className="within">{others.map(choiceRow)}</div>}
      </Fold>
    </section>
  );
}

/** Whether anybody has said when tenants are ready for upgrades. */
function upgradesSaid({ tenants, upgrades }: FleetDraft): string {
  const count = tenants.filter((tenant) => tenant["upgrades"] !== undefined).length;
  if (count > 0) return `${count} of ${tenants.length} tenants say when`;
  return upgrades === undefined ? "nobody says when: assumed" : "the provider's days";
}
