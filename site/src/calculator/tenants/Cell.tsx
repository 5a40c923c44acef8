import type { SubjectProblem } from "../../planning/plan-scenario.ts";
import { setCell } from "../../state/edits.ts";
import { type GridColumn, isDerived, kindOf, shownText, typedText, withUnit } from "../../state/grid.ts";
import { typeInRow } from "../../state/pending-row.ts";
import type { TenantDraft } from "../../state/scenario.ts";
import { openDetails } from "../../state/selection.ts";
import { edit, settle, warm } from "../../state/store.ts";
import { problemText } from "../../state/tenant-problems.ts";
import type { TenantDemand } from "../../view/demand-view.ts";
import { useTyping } from "../use-typing.ts";
import { FAR_ID } from "./Outliers.tsx";

interface Props {
  readonly tenant: TenantDraft;
  readonly isPending: boolean;
  readonly isFar: boolean;
  /** Whether it is one of several cells that are selected. */
  readonly isInRange: boolean;
  readonly column: GridColumn;
  readonly row: number;
  readonly index: number;
  readonly locale: string;
  readonly derived: TenantDemand | undefined;
  readonly problem: SubjectProblem | undefined;
}

/** What a row is called: what is no tenant yet has no name. */
export function rowName({ name, id }: TenantDraft, isPending: boolean): string {
  if (isPending) return name === undefined || name === "" ? "new tenant" : name;
  return name ?? id;
}

/** One field of the table. While it is typed in it shows what is typed; otherwise the number as the locale writes it. */
export function Cell({ tenant, isPending, isFar, isInRange, column, row, index, locale, derived, problem }: Props) {
  const { id, options, grid } = column;
  const kind = kindOf(column);
  const name = rowName(tenant, isPending);
  const typed = typedText(column, tenant, locale);
  const write = (text: string) => {
    if (isPending) typeInRow(column, text);
    else edit(setCell(tenant.id, column, text), `${tenant.id} ${id}`);
  };
  const typing = useTyping({
    shown: shownText(column, tenant, locale),
    typed,
    onType: write,
    isCell: true,
  });
  const place = { "data-row": row, "data-column": index };
  const label = `${grid.title}${grid.unit === "" ? "" : `, ${grid.unit}`}, ${name}`;

  if (isDerived(column, tenant))
    return <FromWorkloads {...{ derived, column, place, label, isInRange }} tenantId={tenant.id} />;
  if (options !== undefined) {
    return (
      <td className={classes({ range: isInRange })}>
        <select
          {...place}
          aria-label={label}
          value={typed}
          onChange={({ currentTarget }) => {
            settle();
            write(currentTarget.value);
          }}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.title}
            </option>
          ))}
        </select>
      </td>
    );
  }
  const problemId = `problem-${tenant.id}-${id}`;
  return (
    <td className={classes({ [kind]: true, far: isFar, range: isInRange })}>
      <input
        {...place}
        type="text"
        inputMode={kind === "number" ? "decimal" : "text"}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem !== undefined ? problemId : isFar ? FAR_ID : undefined}
        placeholder={grid.placeholder}
        {...typing}
        onFocus={(event) => {
          warm();
          typing.onFocus(event);
        }}
      />
      {problem !== undefined && (
        <span id={problemId} className="visually-hidden">
          {problemText(problem, column, locale)}
        </span>
      )}
    </td>
  );
}

/** Those that hold, as an element has them. */
function classes(all: Readonly<Record<string, boolean>>): string {
  return Object.keys(all)
    .filter((name) => all[name])
    .join(" ");
}

interface DerivedProps extends Pick<Props, "derived" | "column" | "isInRange"> {
  readonly place: { readonly "data-row": number; readonly "data-column": number };
  readonly label: string;
  readonly tenantId: string;
}

/** What follows from a tenant's workloads: they are opened instead of being typed over. */
function FromWorkloads({ derived, column, place, label, isInRange, tenantId }: DerivedProps) {
  const number = derived?.byColumn[column.id];
  const text = number === undefined ? "…" : withUnit(column, number);
  return (
    <td className={classes({ number: true, derived: true, range: isInRange })}>
      <button
        type="button"
        {...place}
        aria-label={`${label}: ${text}, from its workloads`}
        onClick={() => openDetails(tenantId)}
      >
        {text}
      </button>
    </td>
  );
}
