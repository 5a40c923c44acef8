import type { ReactNode } from "react";
import { importTenants, setPart } from "../../state/edits.ts";
import type { Scenario } from "../../state/scenario.ts";
import { closeTool } from "../../state/selection.ts";
import { edit } from "../../state/store.ts";
import type { ProblemInFile, ReadContent, TenantPreview } from "../../worker/tasks.ts";
import { Mapping } from "./Mapping.tsx";
import { type FoundInFiles, PASTED, type ReadOptions } from "./use-reading.ts";

/** What was read, what is wrong with the rest, and what can be done with it: one step of undo each. */
export function Found({
  from,
  answer,
  options,
  isTaken,
  tell,
}: FoundInFiles & { tell: (options: ReadOptions) => void }) {
  const { content, problems, notices, report, tenantKeys, columns } = answer;
  const { sentence, actions: all } = offerOf(content, from, problems.length);
  const actions = isTaken ? [] : all;
  return (
    <div className="found small">
      <p className={content.kind === "unreadable" ? "loss" : undefined}>{sentence}</p>
      {tenantKeys.length > 0 && (
        <label>
          Tenants by{" "}
          <select
            value={options["tenant-by"] ?? ""}
            onChange={({ currentTarget: { value } }) => tell(value === "" ? {} : { "tenant-by": value })}
          >
            <option value="">nothing: all of it is one tenant</option>
            {tenantKeys.map(({ key, tenantCount }) => (
              <option key={key} value={key}>
                {key} ({tenantCount})
              </option>
            ))}
          </select>
        </label>
      )}
      {columns !== null && (
        <Mapping
          key={JSON.stringify(columns.targets)}
          columns={columns}
          isNeeded={content.kind === "unreadable"}
          isKept={options["columns"] !== undefined}
          tell={tell}
        />
      )}
      {content.kind === "tenants" && <Preview preview={content.preview} tenantCount={content.tenants.length} />}
      {[...notices, ...(report?.excluded ?? []).map(({ count, reason }) => `${count} left out: ${reason}`)].map(
        (notice) => (
          <p key={notice} className="note">
            {notice}
          </p>
        ),
      )}
      <Problems problems={problems} isOfSeveral={answer.fileIndexes.length > 1} />
      {actions.length > 0 && (
        <p className="tools">
          {actions.map(({ title, change }) => (
            <button
              key={title}
              type="button"
              onClick={() => {
                edit(change);
                closeTool();
              }}
            >
              {title}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

interface Offer {
  readonly sentence: ReactNode;
  readonly actions: readonly Action[];
}

interface Action {
  readonly title: string;
  readonly change: (scenario: Scenario) => Scenario;
}

function offerOf(content: ReadContent, from: string, mistakeCount: number): Offer {
  switch (content.kind) {
    case "tenants": {
      const { tenants } = content;
      const count = tenants.length === 1 ? "One tenant" : `${tenants.length} tenants`;
      const mistakes = mistakeCount === 1 ? "one mistake" : `${mistakeCount} mistakes`;
      const replace = { title: "Replace the tenants", change: importTenants(tenants, "replace") };
      const add = { title: "Add to them", change: importTenants(tenants, "add") };
      return {
        sentence: `${count} read from ${from}${mistakeCount > 0 ? `, ${mistakes} left out` : ""}.`,
        actions: tenants.length > 0 ? [replace, add] : [],
      };
    }
    case "fleet": {
      const { fleet } = content;
      return {
        sentence: `A fleet of ${fleet.tenants.length} tenants, ${fleet.release}, ${fleet.currency}, read from ${from}.`,
        actions: [
          { title: "Open this fleet", change: setPart("fleet", fleet) },
          { title: "Add its tenants", change: importTenants(fleet.tenants, "add") },
        ],
      };
    }
    case "price-book":
      return {
        sentence: `A price book read from ${from}: ${content.prices.title}.`,
        actions: [{ title: "Use these prices", change: setPart("prices", content.prices) }],
      };
    case "price-list":
      return {
        sentence: `A price list read from ${from}: ${content.priceList.title}.`,
        actions: [{ title: "Use this price list", change: setPart("priceList", content.priceList) }],
      };
    case "other":
      return { sentence: `${from} holds ${content.title}: that is for the command line.`, actions: [] };
    case "unreadable":
      return { sentence: `${from} cannot be used as ${from === PASTED ? "they are" : "it is"}:`, actions: [] };
  }
}

/** The first tenants with their sizes, as they would be taken over. */
function Preview({ preview, tenantCount }: { preview: readonly TenantPreview[]; tenantCount: number }) {
  return (
    <ul className="preview">
      {preview.map(({ id, name, size }) => (
        <li key={id}>
          {name}: {size}
        </li>
      ))}
      {tenantCount > preview.length && <li>and {tenantCount - preview.length} more.</li>}
    </ul>
  );
}

const MOST_SHOWN = 50;

function Problems({ problems, isOfSeveral }: { problems: readonly ProblemInFile[]; isOfSeveral: boolean }) {
  if (problems.length === 0) return null;
  return (
    <ul className="mistakes">
      {problems.slice(0, MOST_SHOWN).map(({ file = "", line, column, path, found, expected, fix }) => (
        <li key={`${file} ${line} ${column} ${found}`}>
          {isOfSeveral ? `${file}, line` : "Line"} {line}, {path.length > 0 ? path.join(".") : `column ${column}`}:
          found {found}, expected {expected}; {fix}.
        </li>
      ))}
      {problems.length > MOST_SHOWN && <li>and {problems.length - MOST_SHOWN} more.</li>}
    </ul>
  );
}
