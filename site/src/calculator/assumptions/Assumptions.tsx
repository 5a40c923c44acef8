import { useStore } from "@nanostores/react";
import { type ReactNode, useId, useState } from "react";
import { hasInventedParts } from "../../state/price-edits.ts";
import type { FleetDraft } from "../../state/scenario.ts";
import { $outcome, $scenario, beginning } from "../../state/store.ts";
import type { ChoiceRow } from "../../view/choice-rows.ts";
import { LateFields } from "../upgrades/LateFields.tsx";
import { ChoiceEditor } from "./ChoiceEditor.tsx";
import { Fold } from "./Fold.tsx";
import { type Beside, groups } from "./groups.ts";
import { Money } from "./Money.tsx";
import { LatePrices } from "./prices/LatePrices.tsx";
import { Release } from "./Release.tsx";

/** The whole set-up in six groups: every choice with its present value; opened, what it means, what else it could be, and what that would do. */
export function Assumptions() {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  const [wanted, setWanted] = useState("");
  const field = useId();
  if (scenario === null || outcome === null) return null;
  const { choices } = outcome.view;
  const { fleet, prices, priceList, settings } = scenario;
  const release = beginning().releases.find(({ id }) => id === fleet.release);
  const isInvented = hasInventedParts(prices);
  const beside: Readonly<Record<Beside, { title: string; fold: () => ReactNode }>> = {
    release: {
      title: "NKP release",
      fold: () => (
        <Fold key="release" title="NKP release" value={release?.version ?? fleet.release}>
          {() => <Release />}
        </Fold>
      ),
    },
    prices: {
      title: "Prices",
      fold: () => (
        <Fold
          key="prices"
          title="Prices"
          value={isInvented ? "illustrative, replace yours" : prices.title}
          isWarning={isInvented}
        >
          {() => <LatePrices of="book" view={outcome.view} />}
        </Fold>
      ),
    },
    priceList: {
      title: "What tenants pay",
      fold: () => (
        <Fold
          key="priceList"
          title="What tenants pay"
          value={priceList === null ? "what is agreed with them" : priceList.title}
        >
          {() => <LatePrices of="list" view={outcome.view} />}
        </Fold>
      ),
    },
    upgrades: {
      title: "Upgrades",
      fold: () => (
        <Fold key="upgrades" title="Upgrades" value={upgradesSaid(fleet)}>
          {() => <LateFields view={outcome.view} />}
        </Fold>
      ),
    },
    money: {
      title: "Currency, day, numbers",
      fold: () => (
        <Fold
          key="money"
          title="Currency, day, numbers"
          value={`${fleet.currency} · ${fleet.asOf} · ${scenario.locale}`}
        >
          {() => <Money />}
        </Fold>
      ),
    },
  };
  const choiceRow = (choice: ChoiceRow) => (
    <Fold key={choice.id} title={choice.title} value={choice.value} isChanged={!choice.isDefault}>
      {() => <ChoiceEditor id={choice.id} setting={settings[choice.id]} view={outcome.view} />}
    </Fold>
  );
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const isFound = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const foundBeside = Object.values(beside).filter(({ title }) => isFound(title));
  const found = choices.filter(({ id, title, value }) => isFound(`${title} ${value} ${id}`));
  const count = found.length + foundBeside.length;
  return (
    <section aria-labelledby="assumptions" className="assumptions">
      <h2 id="assumptions">Assumptions</h2>
      <div className="field find">
        <label htmlFor={field}>Find an assumption</label>
        <input
          id={field}
          type="search"
          autoComplete="off"
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
        <p className="caption" role="status">
          {words.length > 0 && (count === 0 ? "None of that name." : `${count} found.`)}
        </p>
      </div>
      {words.length > 0 ? (
        <>
          {foundBeside.map(({ fold }) => fold())}
          {found.map(choiceRow)}
        </>
      ) : (
        Object.entries(groups).map(([id, { title, first, beside: others }]) => {
          const all = choices.filter(({ group }) => group === id);
          const shown = first.flatMap((one) => all.find((choice) => choice.id === one) ?? []);
          const rest = all.filter((choice) => !shown.includes(choice));
          const changedCount = rest.filter(({ isDefault }) => !isDefault).length;
          return (
            <section key={id} aria-label={title} className="group">
              <h3>{title}</h3>
              {others.map((one) => beside[one].fold())}
              {shown.map(choiceRow)}
              {rest.length > 0 && (
                <Fold
                  title={shown.length + others.length > 0 ? `${rest.length} more` : `${rest.length} assumptions`}
                  value={changedCount === 0 ? "all at their defaults" : `${changedCount} changed`}
                  isChanged={changedCount > 0}
                >
                  {() => <div className="within">{rest.map(choiceRow)}</div>}
                </Fold>
              )}
            </section>
          );
        })
      )}
    </section>
  );
}

/** Whether anybody has said when tenants are ready for upgrades. */
function upgradesSaid({ tenants, upgrades }: FleetDraft): string {
  const count = tenants.filter((tenant) => tenant["upgrades"] !== undefined).length;
  if (count > 0) return `${count} of ${tenants.length} tenants say when`;
  return upgrades === undefined ? "nobody says when: assumed" : "the provider's days";
}
