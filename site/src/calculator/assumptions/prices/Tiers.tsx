import type { PartDraft } from "../../../state/price-edits.ts";
import { type FieldProblem, problemAt } from "../../upgrades/field-problems.ts";
import { PartField } from "./PartField.tsx";

interface Props {
  readonly item: PartDraft;
  readonly name: string;
  readonly unit: string;
  readonly locale: string;
  readonly problems: readonly FieldProblem[];
  readonly change: (fields: PartDraft) => void;
}

/** Other prices for larger quantities: each tier begins where the one before it ends. */
export function Tiers({ item, name, unit, locale, problems, change }: Props) {
  const tiers = tiersOf(item);
  const set = (next: readonly PartDraft[]) => change({ tiers: joined(next) });
  if (tiers.length === 0) {
    return (
      <p>
        <button
          type="button"
          className="link small"
          onClick={() => change({ tiers: inTwo(item["unitPrice"]), unitPrice: undefined })}
        >
          Give {name} other prices for larger quantities
        </button>
      </p>
    );
  }
  return (
    <>
      <table className="prices tiers">
        <caption className="caption">Tiers of {name}</caption>
        <thead>
          <tr>
            <th scope="col">From, {unit}</th>
            <th scope="col" className="number">
              Price
            </th>
            <th scope="col">
              <span className="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier, index) => {
            const label = `tier ${index + 1} of ${name}`;
            return (
              <tr key={index}>
                <td>
                  {index === 0 ? (
                    "0"
                  ) : (
                    <PartField
                      label={`From of ${label}`}
                      is="number"
                      isCell
                      value={tier["from"]}
                      locale={locale}
                      problem={problemAt(problems, ["tiers", index, "from"])}
                      change={(from) => set(tiers.with(index, { ...tier, from: from ?? "" }))}
                    />
                  )}
                </td>
                <td className="number">
                  <PartField
                    label={`Price of ${label}`}
                    is="amount"
                    isCell
                    value={tier["unitPrice"]}
                    locale={locale}
                    problem={problemAt(problems, ["tiers", index, "unitPrice"]) ?? ownProblem(problems, index)}
                    change={(unitPrice) => set(tiers.with(index, { ...tier, unitPrice }))}
                  />
                  {tier["discountPercent"] !== undefined && (
                    <p className="caption">less {String(tier["discountPercent"])} %</p>
                  )}
                </td>
                <td>
                  {index > 0 && (
                    <button
                      type="button"
                      className="link small"
                      aria-label={`Remove ${label}`}
                      onClick={() => set(tiers.toSpliced(index, 1))}
                    >
                      Remove
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="tools">
        <button type="button" className="link small" onClick={() => set([...tiers, nextTier(tiers)])}>
          Add a tier to {name}
        </button>
        <button
          type="button"
          className="link small"
          onClick={() => change({ tiers: undefined, tierMode: undefined, unitPrice: tiers[0]?.["unitPrice"] })}
        >
          Use one price for {name}
        </button>
      </p>
      <label>
        <input
          type="checkbox"
          checked={item["tierMode"] === "volume"}
          onChange={({ currentTarget }) => change({ tierMode: currentTarget.checked ? "volume" : undefined })}
        />
        All units cost what the last one does
      </label>
    </>
  );
}

/** Of a tier as a whole, as where it has no price. */
function ownProblem(problems: readonly FieldProblem[], index: number): FieldProblem | undefined {
  return problems.find(({ path }) => path.length === ["tiers", index].length && path[1] === index);
}

function tiersOf(item: PartDraft): readonly PartDraft[] {
  const tiers: unknown = item["tiers"];
  return Array.isArray(tiers) ? tiers.map((tier: unknown) => (typeof tier === "object" ? { ...tier } : {})) : [];
}

/** Each ends where the next begins; the last has no end. */
function joined(tiers: readonly PartDraft[]): readonly PartDraft[] {
  return tiers.map(({ upTo: _, ...tier }, index) => {
    const next = tiers[index + 1];
    const written = Object.fromEntries(Object.entries(tier).filter(([, value]) => value !== undefined));
    return next === undefined ? written : { ...written, upTo: next["from"] };
  });
}

/** Two tiers to begin with, at the same price. */
function inTwo(unitPrice: unknown): readonly PartDraft[] {
  const first = { from: 0, unitPrice };
  return joined([first, nextTier([first])]);
}

/** One more, from the double of where the last begins, at its price. */
function nextTier(tiers: readonly PartDraft[]): PartDraft {
  const last = tiers.at(-1) ?? {};
  const from = Number(last["from"]);
  return { ...last, from: from > 0 ? from * 2 : FIRST_STEP };
}

/** Where the second tier begins until somebody says otherwise. */
const FIRST_STEP = 100;
