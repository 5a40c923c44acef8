import type { SchemaRow, SchemaSection } from "@nkp-planner/core";
import { Document, isMap, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";
import { yamlLine } from "./yaml-file.ts";

const WIDTH = 100;
const INDENT = 2;

/**
 * Plain data as a YAML file in which every property says what it means where it first stands, and every map what else
 * it may hold, ready to be uncommented.
 * @param sections the outline of the file's schema
 * @param head lines above all of it
 */
export function commentedYaml(value: unknown, sections: readonly SchemaSection[], head: readonly string[]): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const open = new Map(sections.map((section) => [section.place, section.rows]));
  explain(document.contents, "", 0, open);
  document.commentBefore = commented(head);
  return document.toString({ lineWidth: 0 });
}

/** Comments a node and all below it; a section is taken out of `open` when it has been told. */
function explain(node: unknown, place: string, depth: number, open: Map<string, readonly SchemaRow[]>): void {
  if (isSeq(node)) for (const item of node.items) explain(item, `${place}[]`, depth + 1, open);
  if (!isMap(node)) return;
  const rows = open.get(place) ?? [];
  open.delete(place);
  for (const pair of node.items) explainPair(pair, place, depth, rows, open);
  const left = rows.filter(({ name }) => !node.has(name));
  if (left.length > 0) closeWith(node, left, depth);
}

function explainPair(
  { key, value }: Pair,
  place: string,
  depth: number,
  rows: readonly SchemaRow[],
  open: Map<string, readonly SchemaRow[]>,
): void {
  if (!isScalar(key)) return;
  const name = String(key.value);
  const row = rows.find((one) => one.name === name);
  if (row !== undefined) key.commentBefore = commented(wrapped(meaningOf(row), widthAt(depth)));
  explain(value, place === "" ? name : `${place}.${name}`, depth + 1, open);
}

function closeWith(node: YAMLMap, rows: readonly SchemaRow[], depth: number): void {
  const lines = rows.flatMap((row) => [
    `${row.name}: ${yamlLine(row.examples[0])}`,
    ...wrapped(meaningOf(row), widthAt(depth)).map((line) => `  ${line}`),
  ]);
  node.comment = commented(["Besides, there may be:", ...lines]);
}

function meaningOf({ description, unit, type, default: standard }: SchemaRow): string {
  const choices = type.startsWith("one of: ") ? type : "";
  const facts = [unit ?? "", choices, standard === undefined ? "" : `default ${yamlLine(standard)}`]
    .filter((fact) => fact !== "")
    .join("; ");
  return facts === "" ? description : `${description} (${facts})`;
}

function widthAt(depth: number): number {
  return WIDTH - INDENT * depth;
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** As the library wants it: without the sign, which it writes itself. */
function commented(lines: readonly string[]): string {
  return lines.map((line) => ` ${line}`).join("\n");
}
