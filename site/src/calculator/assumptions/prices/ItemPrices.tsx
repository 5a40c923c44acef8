import { type KeyboardEvent, type ReactNode, useState } from "react";
import { isInvented, markPart, type PartDraft, type PriceFile, partsOf, setPart } from "../../../state/price-edits.ts";
import type { PriceBookDraft, PriceListDraft } from "../../../state/scenario.ts";
import { edit } from "../../../state/store.ts";
import { TableScroll } from "../../TableScroll.tsx";
import { type FieldProblem, problemAt } from "../../upgrades/field-problems.ts";
import { PartField } from "./PartField.tsx";

interface Props {
  readonly file: PriceFile;
  readonly draft: PriceBookDraft | PriceListDraft;
  readonly caption: string;
  readonly locale: string;
  readonly problems: readonly FieldProblem[];
  /** What else an item says, where it is opened; who removes it closes it. */
  readonly more: (item: PartDraft, index: number, close: () => void) => ReactNode;
}

const COLUMNS = 5;

/** The items of a price book or price list: price by price, whose each is, and opened, all that it says. */
export function ItemPrices({ file, draft, caption, locale, problems, more }: Props) {
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <TableScroll label={caption}>
      <table className="prices" onKeyDown={goUpOrDown}>
        <caption className="caption">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Per</th>
            <th scope="col" className="number">
              Price
            </th>
            <th scope="col">Ours</th>
            <th scope="col">
              <span className="visually-hidden">More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {partsOf(draft, "items").map((item, index) => {
            const name = String(item["name"] ?? item["sku"]);
            const isOpened = opened === index;
            return [
              <tr key={index}>
                <th scope="row">{name}</th>
                <td>{String(item["unit"] ?? item["per"] ?? "")}</td>
                <td className="number">
                  {Array.isArray(item["tiers"]) ? (
                    <span className="note">{tierText(item["tiers"])}</span>
                  ) : (
                    <PartField
                      label={`Price of ${name}`}
                      is="amount"
                      isCell
                      value={item["unitPrice"]}
                      locale={locale}
                      problem={problemAt(problems, ["items", index, "unitPrice"])}
                      change={(unitPrice) =>
                        edit(setPart(file, "items", index, { unitPrice: unitPrice ?? "" }), `price ${file} ${index}`)
                      }
                    />
                  )}
                </td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Ours: ${name}`}
                    checked={!isInvented(draft, item)}
                    onChange={({ currentTarget }) => edit(markPart(file, "items", index, !currentTarget.checked))}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    className="link small"
                    aria-expanded={isOpened}
                    aria-label={`${isOpened ? "Close" : "Open"} ${name}`}
                    onClick={() => setOpened(isOpened ? null : index)}
                  >
                    {isOpened ? "Close" : "Open"}
                  </button>
                </td>
              </tr>,
              isOpened && (
                <tr key={`${index} more`}>
                  <td colSpan={COLUMNS} className="more">
                    {more(item, index, () => setOpened(null))}
                  </td>
                </tr>
              ),
            ];
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function tierText(tiers: readonly unknown[]): string {
  return tiers
    .map((tier) => {
      const { unitPrice, discountPercent } = Object(tier);
      return String(unitPrice ?? `−${discountPercent} %`);
    })
    .join(" / ");
}

function goUpOrDown(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
  const from = event.target as HTMLInputElement;
  if (step === undefined || from.type !== "text") return;
  const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="text"]')];
  const next = inputs[inputs.indexOf(from) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
