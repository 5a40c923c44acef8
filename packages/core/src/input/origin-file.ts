import * as z from "zod";
import { IsoDate } from "../base/provenance.ts";
import { MOST_ORIGIN_LETTERS } from "../base/size-origin.ts";

const text = (mostLetters: number) => z.string().min(1).max(mostLetters);

/** Where a tenant's sizes come from, as the import writes it. */
export const OriginFile = z
  .strictObject({
    file: text(MOST_ORIGIN_LETTERS.file).meta({
      description: "The file that was read, without its folder.",
      examples: ["rvtools.xlsx"],
    }),
    row: z
      .int()
      .min(1)
      .optional()
      .meta({ title: "row", description: "The line of its first entry there. Left out: not known.", examples: [14] }),
    date: IsoDate.optional().meta({
      description: "The day on which it was read. Left out: not known.",
      examples: ["2026-11-29"],
    }),
    reader: text(MOST_ORIGIN_LETTERS.basis).meta({
      title: "id of a reader",
      description: "The format that it was read as.",
      examples: ["vm-inventory"],
    }),
    basis: text(MOST_ORIGIN_LETTERS.basis)
      .optional()
      .meta({
        description: "What the sizes rest on. Left out: as the file says them.",
        examples: ["size of the VMs that are on"],
      }),
  })
  .optional()
  .meta({
    description: "Where its sizes come from: nkp-planner import writes it, explain shows it; no figure rests on it.",
    examples: [{ file: "rvtools.xlsx", row: 14, date: "2026-11-29", reader: "vm-inventory" }],
  });
