import type { KeyboardEvent } from "react";
import type { PriceItemDraft } from "../../state/scenario.ts";
import { plainNumber, shownNumber } from "../../state/typed-text.ts";
import { TableScroll } from "../TableScroll.tsx";
import { useTyping } from "../use-typing.ts";

interface Props {
  readonly caption: string;
  readonly items: readonly PriceItemDraft[];
  readonly locale: string;
  readonly change: (sku: string, unitPrice: string) => void;
}

/** The items of a price book or price list. Prices in tiers are shown; they are changed in the file. */
export function Prices({ caption, items, locale, change }: Props) {
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
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.sku}>
              <th scope="row">{item.name}</th>
              <td>{String(item.unit ?? item["per"] ?? "")}</td>
              <td className="number">
                {item.unitPrice === undefined ? (
                  <span className="note">{tierText(item)}</span>
                ) : (
                  <Price item={item} locale={locale} change={(price) => change(item.sku, price)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function tierText({ tiers }: PriceItemDraft): string {
  if (!Array.isArray(tiers)) return "in the file";
  return tiers.map((tier: Readonly<Record<string, unknown>>) => String(tier["unitPrice"] ?? "")).join(" / ");
}

interface PriceProps {
  readonly item: PriceItemDraft;
  readonly locale: string;
  readonly change: (price: string) => void;
}

function Price({ item, locale, change }: PriceProps) {
  const typed = String(item.unitPrice);
  const typing = useTyping({
    shown: shownNumber(typed, locale),
    typed,
    onType: (text) => change(plainNumber(text, locale)),
    isCell: true,
  });
  return <input type="text" inputMode="decimal" autoComplete="off" aria-label={`Price of ${item.name}`} {...typing} />;
}

function goUpOrDown(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
  if (step === undefined) return;
  const inputs = [...event.currentTarget.querySelectorAll("input")];
  const next = inputs[inputs.indexOf(event.target as HTMLInputElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
