import { DiffDocument } from "@nkp-planner/core";
import { cliOnce, fewText, fileOf } from "./command-line.ts";

/** One model, where a test is about the command and not about models. */
export const HYBRID = ["--model", "hybrid"];

/** The three tenants of the small fleet with more of one of them, which needs a node more and no host. */
export const GROWN = fileOf("grown.yaml", fewText.replace("name: web, replicas: 6,", "name: web, replicas: 14,"));
/** The same three, one of them without a price. */
export const UNPRICED = fileOf("diff-unpriced.yaml", fewText.replace('    price: { monthly: "4200.00" }\n', ""));
/** The same three; a pod of one of them fits no node. */
export const TOO_LARGE = fileOf("diff-too-large.yaml", fewText.replace('cpu: "2"', 'cpu: "2000"'));

/** What `diff` says of two sides, as data. */
export async function diffOf(...args: readonly string[]): Promise<DiffDocument> {
  return DiffDocument.parse(JSON.parse((await cliOnce(["diff", ...args, "--format", "json"])).stdout));
}

/** Text without the line breaks of a page. */
export function unbroken(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
