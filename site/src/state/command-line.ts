import type { Scenario } from "./scenario.ts";

/** The command that says the same of the exported files. @param more what stands after the files and assumptions */
export function commandOf(
  { settings, priceList }: Pick<Scenario, "settings" | "priceList">,
  command = "compare",
  more: readonly string[] = [],
): string {
  const list = priceList === null ? [] : ["--price-list", "price-list.yaml"];
  const set = Object.entries(settings).flatMap(([id, value]) => ["--set", `${id}=${value}`]);
  return ["nkp-planner", command, "fleet.yaml", "--prices", "prices.yaml", ...list, ...set, ...more]
    .map(word)
    .join(" ");
}

/** As a shell takes it: what was typed, or came with a link, runs nothing there. */
function word(text: string): string {
  return /^[\w.,:=/@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
