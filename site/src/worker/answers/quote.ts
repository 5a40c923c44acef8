import { checkedLogo, quotePaper } from "@nkp-planner/adapters/quote-paper";
import type { Answer } from "../answer.ts";
import { planBy } from "../plan-by.ts";

/** The quote as it goes to paper. What the browser kept as a logo is one only if it is a picture. */
export const quoteAnswer: Answer<"quote"> = ({ comparison, writer }, { modelId, tenantIds, terms, letter }) => {
  const logo = letter.logo === "" ? null : checkedLogo(letter.logo);
  const shown = { ...letter, logo: logo?.ok === true ? logo.dataUrl : "" };
  const paper = quotePaper(planBy(comparison, modelId), tenantIds, writer, terms, shown);
  if (logo === null || logo.ok) return paper;
  const why = logo.problem === "too large" ? "larger than 256 KiB" : "no PNG, JPEG or SVG picture";
  return { ...paper, problems: [...paper.problems, `The logo is ${why}: choose another.`] };
};
