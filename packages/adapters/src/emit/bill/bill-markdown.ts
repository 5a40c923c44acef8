import { countText, type Finding, findingText, numberText, type PlannedFleet, visible } from "@nkp-planner/core";
import { BILL_PARTS, type BillItem, type BillPart } from "./bill-item.ts";

/** Digits of quantities for people; the CSV has all. */
const DIGITS = 2;

/** The bill for people: a table for each part, with sums where they mean something. */
export function billMarkdown(plan: PlannedFleet, items: readonly BillItem[], findings: readonly Finding[]): string {
  const { model, release, input } = plan;
  const parts = BILL_PARTS.filter((part) => items.some((item) => item.part === part));
  return `# Bill of materials: ${cell(model.title)}

As planned for ${input.asOf}, ${cell(release)}: ${countText(input.tenants.length, "tenants")}, ${countText(plan.clusters.length, "clusters")}.
${findings.map((finding) => `\n${visible(findingText(finding))}\n`).join("")}
${parts.map((part) => partText(part, items)).join("\n")}`;
}

function partText(part: BillPart, all: readonly BillItem[]): string {
  const items = all.filter((item) => item.part === part);
  const head = ["Item", "Where", "Quantity", "Unit", "Why", "Confidence"];
  const lines = [
    ...items.map((item) => [
      item.item,
      [item.hostCluster, item.cluster, item.pool].filter((one) => one !== null).join(", "),
      numberText(item.quantity, DIGITS),
      item.unit,
      item.why,
      item.confidence,
    ]),
    ...sumsOf(items),
  ];
  return `## ${part}

${rowText(head)}
${rowText(["---", "---", "---:", "---", "---", "---"])}
${lines.map((line) => rowText(line.map(cell))).join("\n")}
`;
}

/** The sum of each unit that several items have; sizes of nodes on top of their number. */
function sumsOf(items: readonly BillItem[]): readonly (readonly string[])[] {
  const units = [...new Set(items.map(({ unit }) => unit))];
  const sumOf = (own: readonly BillItem[], of: (item: BillItem) => number) =>
    numberText(
      own.reduce((sum, item) => sum + of(item), 0),
      DIGITS,
    );
  return units.flatMap((unit) => {
    const own = items.filter((item) => item.unit === unit);
    if (own.length < 2) return [];
    const sum = ["All", "", sumOf(own, ({ quantity }) => quantity), unit, "", ""];
    if (unit !== "nodes") return [sum];
    return [
      sum,
      ["All", "", sumOf(own, ({ quantity, each }) => quantity * (each?.vcpu ?? 0)), "vCPU", "", ""],
      ["All", "", sumOf(own, ({ quantity, each }) => quantity * (each?.memoryGiB ?? 0)), "GiB of memory", "", ""],
      ["All", "", sumOf(own, ({ quantity, each }) => quantity * (each?.diskGiB ?? 0)), "GiB of disk", "", ""],
    ];
  });
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A text that stays in its cell and is no markup. */
function cell(text: string): string {
  return visible(text).replaceAll(/[\\|`*_<[]/g, "\\$&");
}
