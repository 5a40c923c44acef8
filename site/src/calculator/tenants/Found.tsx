import type { Problem } from "@nkp-planner/core";
import { importTenants, setPart } from "../../state/edits.ts";
import type { Scenario } from "../../state/scenario.ts";
import { closeTool } from "../../state/selection.ts";
import { edit } from "../../state/store.ts";
import type { ReadAnswer } from "../../worker/questions.ts";

/** What was read, what is wrong with the rest, and what can be done with it: one step of undo each. */
export function Found({ from, answer }: { from: string; answer: ReadAnswer }) {
  const take = (title: string, change: (scenario: Scenario) => Scenario) => (
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
  );
  switch (answer.kind) {
    case "tenants": {
      const { tenants, problems, notices } = answer;
      return (
        <div className="found small">
          <p>
            {tenants.length === 1 ? "One tenant" : `${tenants.length} tenants`} read from {from}
            {problems.length > 0 &&
              `, ${problems.length === 1 ? "one mistake" : `${problems.length} mistakes`} left out`}
            .
          </p>
          {notices.map((notice) => (
            <p key={notice} className="note">
              {notice}
            </p>
          ))}
          <Problems problems={problems} />
          {tenants.length > 0 && (
            <p className="tools">
              {take("Replace the tenants", importTenants(tenants, "replace"))}
              {take("Add to them", importTenants(tenants, "add"))}
            </p>
          )}
        </div>
      );
    }
    case "fleet":
      return (
        <div className="found small">
          <p>
            A fleet of {answer.fleet.tenants.length} tenants, {answer.fleet.release}, {answer.fleet.currency}, read from{" "}
            {from}.
          </p>
          <p className="tools">
            {take("Open this fleet", setPart("fleet", answer.fleet))}
            {take("Add its tenants", importTenants(answer.fleet.tenants, "add"))}
          </p>
        </div>
      );
    case "prices":
      return (
        <div className="found small">
          <p>
            A price book read from {from}: {answer.prices.title}.
          </p>
          <p className="tools">{take("Use these prices", setPart("prices", answer.prices))}</p>
        </div>
      );
    case "price-list":
      return (
        <div className="found small">
          <p>
            A price list read from {from}: {answer.priceList.title}.
          </p>
          <p className="tools">{take("Use this price list", setPart("priceList", answer.priceList))}</p>
        </div>
      );
    case "unreadable":
      return (
        <div className="found small">
          <p className="loss">{from} cannot be used as it is:</p>
          <Problems problems={answer.problems} />
        </div>
      );
  }
}

const MOST_SHOWN = 50;

function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="mistakes">
      {problems.slice(0, MOST_SHOWN).map(({ line, column, path, found, expected, fix }) => (
        <li key={`${line} ${column} ${found}`}>
          Line {line}, {path.length > 0 ? path.join(".") : `column ${column}`}: found {found}, expected {expected};{" "}
          {fix}.
        </li>
      ))}
      {problems.length > MOST_SHOWN && <li>and {problems.length - MOST_SHOWN} more.</li>}
    </ul>
  );
}
