import { stringify } from "yaml";

const WIDTH = 120;

/**
 * Plain data as a YAML file that people read and the readers of this package take.
 * @param comment a line above it, such as that its prices are invented
 */
export function yamlFile(value: unknown, comment?: string): string {
  // Two rows may share one object; a file that people edit has each written out.
  const text = stringify(value, { lineWidth: WIDTH, aliasDuplicateObjects: false });
  return comment === undefined ? text : `# ${comment.replaceAll(/\s+/g, " ")}\n${text}`;
}

/** A value on one line, as it may stand behind its key: `[ { id: orchid, preset: M } ]`. */
export function yamlLine(value: unknown): string {
  return stringify(value, { lineWidth: 0, collectionStyle: "flow" }).trimEnd();
}

/** What stands above prices that are invented. */
export function inventedNote({ illustrative }: { readonly illustrative: boolean }): string | undefined {
  return illustrative ? "These prices are invented: replace them by yours before quoting." : undefined;
}
