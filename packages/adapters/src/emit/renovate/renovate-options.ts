import * as z from "zod";
import { CALENDAR_FIELDS } from "../upgrade-calendar/calendar-options.ts";

/** Braces are templates to Renovate. */
const FOLDER_URL = /^https?:\/\/[^\s{}"'\p{Cc}]+$/u;

export const renovateOptions = z.strictObject({
  ...CALENDAR_FIELDS,
  endOfLifeUrl: z
    .string()
    .regex(FOLDER_URL)
    .meta({
      title: "an address such as https://releases.msp.example/nkp",
      description: "Where the folder is served that the format endoflife-json writes",
      examples: ["https://releases.msp.example/nkp"],
    }),
});
