import { homes } from "../../build-time/api/reference.ts";
import { at } from "./links.ts";

export interface Part {
  readonly text: string;
  readonly href: string | undefined;
}

/** Cuts a signature at the names that the packages export, so that each leads to its own entry. */
export function linkedParts(text: string, ownName: string): readonly Part[] {
  return text.split(/(\b[A-Za-z_]\w*\b)/).map((part) => {
    const home = part === ownName ? undefined : homes.get(part);
    // A field or an argument may have the name of a function: only types and schemas are linked, which begin large.
    const isLinked = home !== undefined && /^[A-Z]/.test(part);
    return { text: part, href: isLinked ? at(`api/${home}/#${part}`) : undefined };
  });
}
