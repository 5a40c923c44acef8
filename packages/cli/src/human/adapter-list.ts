import { type Adapter, optionHelp } from "@nkp-planner/adapters";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";

/** What can be written, for which releases, and what each must or may be told. */
export function adapterListText(
  adapters: readonly Adapter[],
  runAdapters: readonly Pick<Adapter, "id" | "summary" | "options">[],
  ink: Ink,
): string {
  const all = [
    ...adapters.map((adapter) => ({ ...adapter, range: rangeText(adapter.releases) })),
    ...runAdapters.map((adapter) => ({ ...adapter, range: "For every release." })),
  ];
  const parts = all.map(({ id, summary, range, options }) => {
    const names = optionHelp(options).map(({ name }) => name);
    return [
      ink.strong(id),
      paragraph(`${summary} ${range}`, "  "),
      ...(names.length === 0 ? [] : [paragraph(`Options: ${names.join(", ")}`, "  ")]),
    ].join("\n");
  });
  const next = paragraph("What each option means: nkp-planner emit ADAPTER FLEET --example-options");
  return `${[...parts, next].join("\n\n")}\n`;
}

function rangeText({ from, until }: Adapter["releases"]): string {
  if (from === null && until === null) return "For every release.";
  return `For NKP${from === null ? "" : ` from ${from}`}${until === null ? "" : ` up to ${until}`}.`;
}
