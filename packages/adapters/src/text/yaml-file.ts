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

/** What stands above prices that are invented, or of which some are and say so of themselves. */
export function inventedNote(file: { readonly illustrative: boolean }): string | undefined {
  const marks = Object.values(file)
    .flat()
    .map((part: unknown) => Object(part)["illustrative"])
    .filter((mark) => typeof mark === "boolean");
  if (marks.some((mark) => mark !== file.illustrative))
    return "Some of these prices are invented, as each says of itself by illustrative: replace those before quoting.";
  return file.illustrative ? "These prices are invented: replace them by yours before quoting." : undefined;
}
