import { adapterPages } from "./adapters.ts";
import { calendarFormatPages } from "./calendar-formats.ts";
import { checkFormatPages } from "./check-formats.ts";
import { criterionPages } from "./criteria.ts";
import { planRulePages } from "./plan-rules.ts";
import { readFormatPages } from "./read-formats.ts";
import { readerPages } from "./readers.ts";
import type { ReferenceList, ReferencePage } from "./reference-list.ts";
import { reportPages } from "./reports.ts";
import { sharingPages } from "./sharing-methods.ts";
import { wishPages } from "./wishes.ts";

/** Every list of the product whose items have pages made of it. A new list is one file and one line here. */
export const referenceLists: readonly ReferenceList[] = [
  adapterPages,
  readerPages,
  readFormatPages,
  reportPages,
  checkFormatPages,
  calendarFormatPages,
  planRulePages,
  criterionPages,
  wishPages,
  sharingPages,
];

const made = new Map<string, Promise<readonly ReferencePage[]>>();

/** The pages of a list, worked out once for all that ask. */
export function pagesOf(list: ReferenceList): Promise<readonly ReferencePage[]> {
  const pages = made.get(list.id) ?? list.pages();
  made.set(list.id, pages);
  return pages;
}
