import * as z from "zod";

/** What readers of tables of tenants can be told of the columns. */
export const columnOptions = {
  columns: z
    .string()
    .optional()
    .meta({
      description: "What columns of tenants are, where their names do not say it: Wer=tenant; RAM=memory (GB); Notiz=-",
      examples: ["Wer=tenant; RAM=memory (GB); Notiz=-"],
    }),
  decimal: z
    .enum([".", ","])
    .optional()
    .meta({ description: "What stands before fractions in a table of tenants (default: as the numbers tell)" }),
};
