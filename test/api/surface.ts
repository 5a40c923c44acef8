import { join, relative } from "node:path";
import { type CompilerSymbol, programOf, ROOT, type SourceFile, ts } from "./compiler.ts";
import { ENTRIES, type Entry } from "./entries.ts";

/** An entry of nobody's, of which little is said: what is not said must be found. */
export const UNSAID: Entry = {
  name: "unsaid",
  path: join(import.meta.dirname, "fixtures/unsaid.ts"),
  report: "",
  isWhole: true,
};

/** One program for all that asks, as reading the sources takes seconds. */
export const program = programOf([...ENTRIES, UNSAID].map(({ path }) => path));
export const checker = program.getTypeChecker();

/** A name that an entry offers. */
export interface Offered {
  readonly name: string;
  /** What it stands for, after every re-export. */
  readonly symbol: CompilerSymbol;
  /** Whether it is offered as a type alone, though it is a value too where it is declared. */
  readonly isTypeOnly: boolean;
}

/** The names of an entry, in alphabetic order. */
export function offeredBy({ name, path }: Entry): readonly Offered[] {
  const file = program.getSourceFile(path);
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`${name} is no module: look at exports of its package.json.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => ({ name: symbol.name, symbol: originOf(symbol), isTypeOnly: isTypeOnly(symbol) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isTypeOnly({ declarations = [] }: CompilerSymbol): boolean {
  return declarations.some((one) => ts.isExportSpecifier(one) && ts.isTypeOnlyExportDeclaration(one));
}

/** What a name stands for, after every import and re-export. */
export function originOf(symbol: CompilerSymbol): CompilerSymbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** `function`, `type`, `const + type`: what a name can be used as. */
export function kindOf({ symbol: { declarations = [] }, isTypeOnly }: Offered): string {
  if (isTypeOnly) return "type";
  const kinds = declarations.map((one) => {
    if (ts.isFunctionDeclaration(one)) return "function";
    if (ts.isClassDeclaration(one)) return "class";
    return ts.isVariableDeclaration(one) ? "const" : "type";
  });
  return [...new Set(kinds)].toSorted().join(" + ");
}

/** Whether the whole entry says that it may still change. */
export function isExperimental({ path }: Entry): boolean {
  const text = program.getSourceFile(path)?.text ?? "";
  return /^\/\*\*(?:(?!\*\/)[\s\S])*@experimental/.test(text);
}

/** Whether a file is a source of a package of ours. */
export function isOurs({ fileName }: SourceFile): boolean {
  return /^packages\/\w+\/src\//.test(relative(ROOT, fileName));
}
