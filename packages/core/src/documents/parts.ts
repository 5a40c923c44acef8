import * as z from "zod";
import { Confidence, IsoDate } from "../base/provenance.ts";

/** The version of every document's shape: the first number changes when a reader of the old shape would break. */
export const SCHEMA_VERSION = "2.0";

export const MoneyPart = z
  .strictObject({
    amount: z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .meta({
        description:
          "The amount, with as many digits after the point as its currency has; a rate, a unit price, may have up to ten.",
      }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .meta({ description: "Its currency, by ISO 4217." }),
  })
  .meta({ description: "A decimal amount as text, never a float." });

export const ConfidencePart = z.enum([...Confidence.options, "user", "computed"]);

/** The key that a fleet gives a tenant elsewhere. */
export const RefPart = z
  .string()
  .optional()
  .meta({ description: "The tenant's key elsewhere, as the fleet has it; absent: it has none." });

/** Where the sizes of a tenant come from, as its fleet has it. */
export const OriginPart = z
  .strictObject({
    file: z.string().meta({ description: "The file that was read, without its folder." }),
    row: z.int().positive().optional().meta({ description: "The line of its first entry there. Absent: not known." }),
    date: IsoDate.optional().meta({ description: "The day on which it was read. Absent: not known." }),
    reader: z.string().meta({ description: "Id of the format that it was read as." }),
    basis: z.string().optional().meta({ description: "What the sizes rest on. Absent: as the file says them." }),
  })
  .meta({ description: "The file that the tenant's sizes come from." });
