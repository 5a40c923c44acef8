import { useStore } from "@nanostores/react";
import { setExchangeRate, setFleetField, setPart } from "../../state/edits.ts";
import { locales } from "../../state/locales.ts";
import { $scenario, edit } from "../../state/store.ts";
import { plainNumber } from "../../state/typed-text.ts";
import { Field } from "../Field.tsx";

/** In which currency, for which day, and how numbers are written. */
export function Money() {
  const scenario = useStore($scenario);
  if (scenario === null) return null;
  const { fleet, prices, locale } = scenario;
  const rate = exchangeRateOf(prices, prices.currency, fleet.currency);
  return (
    <div className="fields">
      <Field
        label="Currency"
        hint="A code such as EUR, USD or CHF. Prices in the table are in it."
        value={fleet.currency}
        onInput={(text) => edit(setFleetField("currency", text.trim().toUpperCase()), "currency")}
      />
      {fleet.currency !== prices.currency && (
        <Field
          label={`${fleet.currency} for 1 ${prices.currency}`}
          hint={`The price book is in ${prices.currency}; the rate counts as of the day below.`}
          value={rate}
          onInput={(text) =>
            edit(setExchangeRate(prices.currency, fleet.currency, plainNumber(text, locale), fleet.asOf), "rate")
          }
        />
      )}
      <Field
        label="Day the plan is for"
        type="date"
        value={fleet.asOf}
        onInput={(text) => edit(setFleetField("asOf", text), "day")}
      />
      <div className="field">
        <label htmlFor="locale">Numbers as in</label>
        <select
          id="locale"
          value={locale}
          onChange={({ currentTarget }) => edit(setPart("locale", currentTarget.value))}
        >
          {locales.map((tag) => (
            <option key={tag} value={tag}>
              {nameOf(tag)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}

function exchangeRateOf({ exchangeRates }: Readonly<Record<string, unknown>>, from: string, to: string): string {
  const all: readonly unknown[] = Array.isArray(exchangeRates) ? exchangeRates : [];
  const found = all.find(
    (one) =>
      typeof one === "object" && one !== null && Reflect.get(one, "from") === from && Reflect.get(one, "to") === to,
  );
  return found === undefined ? "" : String(Reflect.get(found as object, "rate"));
}
