import { checkDocument } from "@nkp-planner/core";
import { visibleJson } from "../../text/visible-json.ts";
import { isOpen } from "../check-result.ts";
import type { CheckFormat } from "./check-format.ts";
import { ruleAddress } from "./rule-address.ts";

/** The whole result for programs: what its properties mean, and its schema, are those of the planner's documents. */
export const json: CheckFormat = {
  id: "json",
  title: "Everything, as the documented JSON",
  write: (result) => visibleJson(checkDocument(result, isOpen, ruleAddress)),
};
