import { readFileSync } from "node:fs";
import { describe, expect, inject, it } from "vitest";
import { judgedCases, percentText, tallyOf } from "../../site/build-time/league/league.ts";
import { ways } from "../../site/build-time/league/ways.ts";
import { hasBrowser } from "./support/browser.ts";

const recorded = (name: string) =>
  judgedCases(JSON.parse(readFileSync(new URL(`../oracle/kube-scheduler-${name}.json`, import.meta.url), "utf8")));

describe.skipIf(!hasBrowser())("the league table, as it is built", () => {
  const html = () => readFileSync(`${inject("siteFolder")}/methodology/league/index.html`, "utf8");

  /** The cells of the rows of a table's body, by the table's label. */
  function rowsOf(label: string): readonly (readonly string[])[] {
    const [, body = ""] =
      html()
        .split(`aria-label="${label}"`)[1]
        ?.match(/<tbody[^>]*>(.*?)<\/tbody>/s) ?? [];
    return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell.trim()),
    );
  }

  it.each([
    ["All questions about placing pods", ["1.34-cases", "1.34-features-cases", "1.34-no-requests-cases"]],
    ["So that any one node may be lost", ["loss-cases"]],
  ])("%s: what is counted from the recorded answers, way by way", (label, names) => {
    const cases = names.flatMap(recorded);
    const wanted = ways.map(({ id, title }) => {
      const tally = tallyOf(cases, id);
      return [title, String(tally.right), percentText(tally), String(tally.tooLittle), String(tally.tooMuch)];
    });
    expect(rowsOf(`${label} (${cases.length})`)).toEqual(wanted);
  });

  it("lists every question that the planner answers otherwise", () => {
    const wrong = ["1.34-cases", "1.34-features-cases", "1.34-no-requests-cases", "loss-cases"]
      .flatMap(recorded)
      .filter(({ compared }) => compared.get("nkp-planner")?.outcome !== "right");
    const listed = rowsOf("Where nkp-planner is not right").map(([head = ""]) => head.split(",")[0]);
    expect(listed).toEqual(wrong.map(({ id }) => String(id)));
  });
});
