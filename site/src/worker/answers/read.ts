import type { InputKind } from "@nkp-planner/adapters";
import { type Finding, findingText, problemOf } from "@nkp-planner/core";
import { marksOfItsOwn } from "../../state/agreed-prices.ts";
import type { FleetDraft, PriceBookDraft, PriceListDraft, TenantDraft } from "../../state/scenario.ts";
import type { Answer } from "../answer.ts";
import type { ReadAnswer, ReadContent } from "../tasks.ts";

/** Reads a file by what is in it before what it is called: whatever one of the readers knows. */
export const readAnswer: Answer<"read"> = async ({ data, scenario }, file) => {
  const { INPUT_KINDS, readers, recognise } = await import("@nkp-planner/adapters");
  const found = recognise(file, readers);
  if (found.reader === null) return { content: UNREADABLE, report: null, ...saidOf([found.finding]) };
  const { currency } = scenario.fleet;
  const request = { currency, library: await data.library() };
  const { kind, value, data: written, findings, report } = await found.reader.read(file, request);
  const title = INPUT_KINDS[kind].title;
  return {
    content: value === null ? UNREADABLE : (CONTENTS[kind]?.(written) ?? { kind: "other", title }),
    report,
    ...saidOf(findings),
  };
};

const UNREADABLE: ReadContent = { kind: "unreadable" };

/** What the page can take up, as it was written. Checked when it was read. */
const CONTENTS: { readonly [Kind in InputKind]?: (written: unknown) => ReadContent } = {
  tenants: (written) => ({ kind: "tenants", tenants: written as readonly TenantDraft[] }),
  fleet: (written) => ({ kind: "fleet", fleet: marksOfItsOwn(written as FleetDraft) }),
  "price-book": (written) => ({ kind: "price-book", prices: written as PriceBookDraft }),
  "price-list": (written) => ({ kind: "price-list", priceList: written as PriceListDraft }),
};

function saidOf(findings: readonly Finding[]): Pick<ReadAnswer, "problems" | "notices"> {
  const isError = ({ severity }: Finding) => severity === "error";
  return {
    problems: findings.filter(isError).map(problemOf),
    notices: findings.filter((finding) => !isError(finding)).map((finding) => findingText(finding)),
  };
}
