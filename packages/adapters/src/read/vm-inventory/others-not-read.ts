/** What stands beside the list, and is not compared with it. */
export function othersNotRead(what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`Other ${what} are not read, nor compared with it: ${names.join(", ")}.`];
}
