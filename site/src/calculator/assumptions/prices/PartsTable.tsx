import {
  addPart,
  isInvented,
  markPart,
  type PartDraft,
  type PartsName,
  partsOf,
  removePart,
  setPart,
} from "../../../state/price-edits.ts";
import type { PriceListDraft } from "../../../state/scenario.ts";
import { edit } from "../../../state/store.ts";
import type { TypedAs } from "../../../state/typed-parts.ts";
import { TableScroll } from "../../TableScroll.tsx";
import { type FieldProblem, problemAt } from "../../upgrades/field-problems.ts";
import { PartField } from "./PartField.tsx";

/** A kind of parts of a price list: what is told of each, and what a new one begins with. */
export interface PartsKind {
  readonly name: PartsName;
  readonly title: string;
  readonly columns: readonly {
    /** Where it stands in the part: `upTo.vcpu`. */
    readonly path: readonly string[];
    readonly title: string;
    readonly is: TypedAs;
    /** A part without it is refused; else an empty field says nothing. */
    readonly isNeeded?: boolean;
  }[];
  readonly isPriced: boolean;
  /** Whether there is at most one. */
  readonly isOne: boolean;
  readonly first: PartDraft;
  /** What each further one begins with, which comes before those that are there; absent: as the first, after them. */
  readonly next?: PartDraft;
  readonly add: string;
}

interface Props {
  readonly kind: PartsKind;
  readonly list: PriceListDraft;
  readonly locale: string;
  readonly problems: readonly FieldProblem[];
}

/** The parts of a list of one kind, each in a row. */
export function PartsTable({ kind, list, locale, problems }: Props) {
  const parts = partsOf(list, kind.name);
  const addition = (
    <p>
      <button type="button" className="link small" onClick={() => edit(added(kind, parts.length))}>
        {kind.add}
      </button>
    </p>
  );
  if (parts.length === 0) return addition;
  return (
    <>
      <TableScroll label={kind.title}>
        <table className="prices">
          <caption className="caption">{kind.title}</caption>
          <thead>
            <tr>
              {kind.columns.map(({ title, is }) => (
                <th key={title} scope="col" className={is === "text" ? undefined : "number"}>
                  {title}
                </th>
              ))}
              {kind.isPriced && <th scope="col">Ours</th>}
              <th scope="col">
                <span className="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part, index) => {
              const name = String(part["name"] ?? `${kind.title} ${index + 1}`);
              return (
                <tr key={index}>
                  {kind.columns.map(({ path, title, is, isNeeded }) => (
                    <td key={title} className={is === "text" ? undefined : "number"}>
                      <PartField
                        label={`${title} of ${name}`}
                        is={is}
                        isCell
                        value={valueAt(part, path)}
                        locale={locale}
                        problem={problemAt(problems, placeOf(kind, index, path))}
                        change={(value) =>
                          edit(
                            setPart(
                              "priceList",
                              kind.name,
                              index,
                              withValue(part, path, value ?? (isNeeded ? "" : undefined)),
                            ),
                            `${kind.name} ${index} ${title}`,
                          )
                        }
                      />
                    </td>
                  ))}
                  {kind.isPriced && (
                    <td>
                      <input
                        type="checkbox"
                        aria-label={`Ours: ${name}`}
                        checked={!isInvented(list, part)}
                        onChange={({ currentTarget }) =>
                          edit(markPart("priceList", kind.name, index, !currentTarget.checked))
                        }
                      />
                    </td>
                  )}
                  <td>
                    <button
                      type="button"
                      className="link small"
                      aria-label={`Remove ${name}`}
                      onClick={() => edit(removePart("priceList", kind.name, index))}
                    >
                      Remove
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      {!kind.isOne && addition}
    </>
  );
}

function added({ name, first, next }: PartsKind, count: number): ReturnType<typeof addPart> {
  if (count === 0 || next === undefined) return addPart("priceList", name, first);
  return addPart("priceList", name, next, "first");
}

/** What is told once stands in the file by its name alone. */
function placeOf({ name, isOne }: PartsKind, index: number, path: readonly string[]): readonly (string | number)[] {
  return isOne ? [name, ...path] : [name, index, ...path];
}

function valueAt(part: PartDraft, [field, ...rest]: readonly string[]): unknown {
  const value = field === undefined ? undefined : part[field];
  return rest.length === 0 ? value : valueAt(Object(value), rest);
}

/** The field at the top of a path, with what is under it changed. */
function withValue(part: PartDraft, [field = "", ...rest]: readonly string[], value: unknown): PartDraft {
  if (rest.length === 0) return { [field]: value };
  const changed = { ...Object(part[field]), ...withValue(Object(part[field]), rest, value) };
  return { [field]: Object.fromEntries(Object.entries(changed).filter(([, one]) => one !== undefined)) };
}
