import { MOST_ORIGIN_LETTERS, type SizeOrigin, visible } from "@nkp-planner/core";
import type { TenantDraft } from "../../tables/tenant-draft.ts";
import type { ReadResult } from "../read-result.ts";

/** What was pasted has no file. */
const WITHOUT_NAME = "pasted text";

/**
 * The tenants that a reader found, each with where its sizes come from; empty where it found none. Those of fleet files
 * keep what they say.
 *
 * @param fileName of the file that was read, or the first of several
 * @param date the day on which it was read, as whoever has a clock knows it; undefined: it is not said
 */
export function withOrigins(
  result: Pick<ReadResult, "kind" | "value" | "data" | "readerId" | "basis" | "placeOf" | "isUnplaced">,
  fileName: string,
  date: string | undefined,
): readonly TenantDraft[] {
  const { kind, value, data, readerId: reader, basis, placeOf, isUnplaced = false } = result;
  if (value === null) return [];
  if (kind === "fleet") return (data as { readonly tenants: readonly TenantDraft[] }).tenants;
  if (kind !== "tenants") return [];
  return (data as readonly TenantDraft[]).map((tenant, index) => {
    const { line: row, file = fileName } = placeOf([index]);
    const origin: SizeOrigin = {
      file: fileText(file),
      ...(isUnplaced ? {} : { row }),
      ...(date === undefined ? {} : { date }),
      reader,
      ...(basis === undefined || basis === "" ? {} : { basis: cut(visible(basis), MOST_ORIGIN_LETTERS.basis) }),
    };
    return { ...tenant, origin };
  });
}

/** `/home/me/rvtools.xlsx` → `rvtools.xlsx` */
function fileText(path: string): string {
  const name = cut(visible(path.replace(/^.*[/\\](?=[^/\\])/su, "")).trim(), MOST_ORIGIN_LETTERS.file);
  return name === "" ? WITHOUT_NAME : name;
}

/** No longer than it may be, and no character cut in half. */
function cut(text: string, mostLetters: number): string {
  if (text.length <= mostLetters) return text;
  let kept = "";
  for (const character of text) {
    if (kept.length + character.length > mostLetters - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
