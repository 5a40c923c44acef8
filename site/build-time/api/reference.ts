import type TypeScript from "typescript";
import { declarationText } from "./declarations.ts";
import { checker, entryOf, type PackageId, packages, pathInRepository, program, ts } from "./program.ts";

/** What a package exports, as its own sources say it. */

export interface ApiEntry {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly description: string;
  /** What its comment says of arguments, errors and further reading. */
  readonly notes: readonly { readonly tag: string; readonly text: string }[];
  readonly path: string;
}

export interface ApiGroup {
  readonly title: string;
  readonly entries: readonly ApiEntry[];
}

/** Exports by the folder that they live in, by name within it. */
export function groupsOf(id: PackageId): readonly ApiGroup[] {
  const groups = new Map<string, ApiEntry[]>();
  for (const entry of entriesOf(id)) {
    const folder = /\/src\/([^/]+)\//.exec(entry.path)?.[1] ?? "";
    groups.set(folder, [...(groups.get(folder) ?? []), entry]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, entries]) => ({ title: folder === "" ? "The package itself" : titled(folder), entries }));
}

/** Every exported name and the package it comes from, for links between signatures. */
export const homes: ReadonlyMap<string, PackageId> = new Map(
  packages.toReversed().flatMap(({ id }) => exportsOf(id).map(({ name }) => [name, id] as const)),
);

function entriesOf(id: PackageId): readonly ApiEntry[] {
  return exportsOf(id)
    .map((exported) => entryOfExport(exported.name, aliased(exported)))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function exportsOf(id: PackageId): readonly TypeScript.Symbol[] {
  const file = program.getSourceFile(entryOf(id));
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`${entryOf(id)} exports nothing.`);
  return checker.getExportsOfModule(module);
}

function aliased(symbol: TypeScript.Symbol): TypeScript.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function entryOfExport(name: string, symbol: TypeScript.Symbol): ApiEntry {
  const declarations = symbol.declarations ?? [];
  // A schema and the type that it implies have one name: the type says more.
  const declaration = declarations.find((one) => ts.isTypeAliasDeclaration(one)) ?? declarations[0];
  if (declaration === undefined) throw new Error(`${name} is declared nowhere.`);
  const isSchema = declarations.length > 1 && ts.isTypeAliasDeclaration(declaration);
  return {
    name,
    kind: isSchema ? "schema and type" : kindOf(declaration),
    text: declarationText(symbol, declaration),
    description: flowing(ts.displayPartsToString(symbol.getDocumentationComment(checker))),
    notes: symbol
      .getJsDocTags(checker)
      .map((tag) => ({ tag: tag.name, text: flowing(ts.displayPartsToString(tag.text)) })),
    path: pathInRepository(declaration.getSourceFile().fileName),
  };
}

/** A comment breaks its lines where the source is wide enough; a reader's page has a width of its own. */
function flowing(text: string): string {
  return text.replaceAll(/([^\n])\n(?!\n|\s*[-*] )/g, "$1 ");
}

function kindOf(declaration: TypeScript.Declaration): string {
  if (ts.isFunctionDeclaration(declaration)) return "function";
  if (ts.isInterfaceDeclaration(declaration)) return "interface";
  if (ts.isClassDeclaration(declaration)) return "class";
  return ts.isTypeAliasDeclaration(declaration) ? "type" : "value";
}

function titled(folder: string): string {
  return `${folder.charAt(0).toUpperCase()}${folder.slice(1)}`;
}
