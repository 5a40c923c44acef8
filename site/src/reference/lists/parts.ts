import { type OptionSchema, optionHelp } from "@nkp-planner/adapters";
import { yamlLine } from "@nkp-planner/adapters/yaml";
import type { Told } from "../../../build-time/told/own-file.ts";
import type { Section } from "./reference-list.ts";

/** Parts that pages of several lists share; a part with nothing to say is none. */

export function optionsPart(options: OptionSchema, how: string): readonly Section[] {
  const help = optionHelp(options);
  if (help.length === 0) return [{ title: "Options", paragraphs: ["It takes none."] }];
  const hasExamples = help.some(({ examples }) => examples.length > 0);
  return [
    {
      title: "Options",
      paragraphs: [how],
      table: {
        label: "Options",
        columns: [{ title: "Option" }, { title: "What it means" }, ...(hasExamples ? [{ title: "For example" }] : [])],
        rows: help.map(({ name, description, examples: [example] }) => [
          name,
          description,
          ...(hasExamples ? [example === undefined ? "" : shortText(example)] : []),
        ]),
      },
    },
  ];
}

const LONGEST_EXAMPLE = 60;

function shortText(example: unknown): string {
  const text = yamlLine(example);
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text;
}

/** More than this nobody reads on a page. */
const MOST_LINES = 150;

/** A file, or what was printed; the end of a long one is left out, and said. */
export function textOf(label: string, text: string): { readonly label: string; readonly text: string } {
  const lines = text.trimEnd().split("\n");
  const more = lines.length - MOST_LINES;
  if (more <= 0) return { label, text: lines.join("\n") };
  return { label, text: [...lines.slice(0, MOST_LINES), `… and ${more} lines more`].join("\n") };
}

export function sourcesPart({ sources, path }: Told): readonly Section[] {
  const links = sources
    .filter((source) => source.startsWith("https://"))
    // What stands behind the address says where in it.
    .map((source) => ({ title: source, href: source.split(/[\s,]/)[0] ?? source }));
  const others = sources.filter((source) => !source.startsWith("https://"));
  return [
    ...(sources.length === 0 ? [] : [{ title: "Sources", links, items: others }]),
    { title: "In the code", items: [`\`${path}\``] },
  ];
}

const FIRST = /^.*?\.(?=\s|$)/;

/** The first sentence: what stands below a title. */
export function firstSentence(text: string): string {
  return FIRST.exec(text)?.[0] ?? text;
}

/** What stands behind it. */
export function furtherSentences(text: string): string {
  return text.slice(firstSentence(text).length).trim();
}
