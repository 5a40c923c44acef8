import * as z from "zod";
import { NameField } from "./fields.ts";

/** What the planner's own files begin with, so that a later planner still knows how to read them. */
export const API_VERSION = "nkp-planner/v1";

export const ApiVersionField = z
  .literal(API_VERSION)
  .meta({ description: "The version of the file's format.", examples: [API_VERSION] });

/** The word by which a file says what it holds. */
export function kindField<Kind extends string>(kind: Kind) {
  return z.literal(kind).meta({ description: "What the file holds.", examples: [kind] });
}

export const TitleField = NameField.meta({
  description: "What the file is called where results are shown.",
  examples: ["Rates of 2027"],
});
