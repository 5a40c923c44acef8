import * as z from "zod";

/** What a provider sells, for margins by what is sold. */
export const ServiceLine = z.enum(["platform", "compute", "storage", "backup", "support", "other"]);
export type ServiceLine = z.infer<typeof ServiceLine>;
