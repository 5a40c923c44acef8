import { type Declaration, type Node, ROOT, ts } from "./compiler.ts";
import { ENTRIES, type Entry } from "./entries.ts";
import { checker, isOurs, offeredBy, originOf, program } from "./surface.ts";

/** What somebody who writes a program reads first, and who must find all that is to be known there. */
export const LIBRARY: readonly Entry[] = ENTRIES.filter(({ isWhole }) => isWhole);

/** A place where something is not said, and what. */
export type Unsaid = string;

/** What is said of a declaration, with its tags; empty: nothing. */
function saidOf(declaration: Node): string {
  const holder = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const parts = ts.getJSDocCommentsAndTags(holder).map((one) => one.getText());
  return parts
    .join("\n")
    .replaceAll(/^\s*(\/\*)?\*+\/?|\*\/$/gm, "")
    .trim();
}

function placeOf(node: Node, name: string): string {
  return `${node.getSourceFile().fileName.slice(ROOT.length + 1)} ${name}`;
}

/** Names that the library's entries offer, of which nothing is said, or no example is given, or no error told. */
export function unsaidNames(entries = LIBRARY): readonly Unsaid[] {
  const declared = new Map(entries.flatMap(offeredBy).map(({ name, symbol }) => [symbol, name]));
  return [...declared].flatMap(([{ declarations = [] }, name]) => {
    const [first] = declarations;
    if (first === undefined) return [`${name} is declared nowhere`];
    const said = declarations.map(saidOf).join("\n");
    const place = placeOf(first, name);
    const lacks = [
      ...(isSentence(said) ? [] : ["a sentence"]),
      ...(declarations.some(ts.isFunctionDeclaration) && !hasExample(said) ? ["an example in backticks"] : []),
      ...(declarations.some((one) => throws(one)) && !said.includes("@throws") ? ["@throws"] : []),
    ];
    return lacks.map((lack) => `${place}: ${lack}`);
  });
}

/** Ends as a sentence does, or goes on to a tag that does. */
function isSentence(said: string): boolean {
  return /[.…:][)"`]?(\s|$)/.test(said);
}

/** A call, a value before and after, or a whole `@example`. */
function hasExample(said: string): boolean {
  return /`[^`]*[\w)"\]}][^`]*`|→|@example/.test(said);
}

/** Whether a function throws, or calls one of its own file that does. */
function throws(declaration: Node, seen = new Set<Node>()): boolean {
  if (!ts.isFunctionDeclaration(declaration) || seen.has(declaration)) return false;
  seen.add(declaration);
  const looksAt = (node: Node): boolean => {
    if (ts.isThrowStatement(node)) return true;
    if (ts.isCallExpression(node)) {
      const called = checker.getSymbolAtLocation(node.expression)?.valueDeclaration;
      if (called?.getSourceFile() === declaration.getSourceFile() && throws(called, seen)) return true;
    }
    return ts.forEachChild(node, (child) => looksAt(child) || undefined) ?? false;
  };
  return declaration.body !== undefined && looksAt(declaration.body);
}

/** Members of what the library's entries offer, of which nothing is said though their name does not say all. */
export function unsaidMembers(entries = LIBRARY): readonly Unsaid[] {
  const declarations = new Set(entries.flatMap(offeredBy).flatMap(({ symbol }) => symbol.declarations ?? []));
  const found = new Set<Unsaid>();
  for (const declaration of declarations) {
    if (isOfStandard(declaration)) continue;
    eachMember(declaration, (member, name) => {
      if (saidOf(member) === "" && !isObvious(member, name))
        found.add(placeOf(member, `${nameOf(declaration)}.${name}`));
    });
  }
  return [...found].toSorted();
}

function nameOf(declaration: Node): string {
  return ts.getNameOfDeclaration(declaration as Declaration)?.getText() ?? "";
}

/** Its words are those of a standard that it points at. */
function isOfStandard(declaration: Node): boolean {
  return /@see https:\/\//.test(saidOf(declaration));
}

type Member = Node & { readonly type?: Node; readonly name: Node };

function eachMember(node: Node, tell: (member: Member, name: string) => void): void {
  if (ts.isBlock(node)) return;
  const { name } = node as Partial<Member>;
  const isMember = ts.isTypeElement(node) || ts.isPropertyDeclaration(node) || ts.isMethodDeclaration(node);
  if (isMember && name !== undefined && !ts.isPrivateIdentifier(name)) tell(node as Member, name.getText());
  ts.forEachChild(node, (child) => eachMember(child, tell));
}

/** The unit that a number is in; what a count counts is the rest of the name. */
const UNIT = /(Bytes|GiB|Millicores|[vV]cpu|Count|Ratio)$/;
/** Of these every type says the same. */
const OBVIOUS = ["id", "name", "title"];

function isObvious({ type }: Member, name: string): boolean {
  if (UNIT.test(name) || OBVIOUS.includes(name)) return true;
  return type !== undefined && (ts.isLiteralTypeNode(type) || isOfItsType(type, name));
}

/** `limits: Limits` and `taints: readonly Taint[]`, where the type says what it is. */
function isOfItsType(type: Node, name: string): boolean {
  if (ts.isTypeOperatorNode(type)) return isOfItsType(type.type, name);
  if (ts.isArrayTypeNode(type)) return isOfItsType(type.elementType, name.replace(/s$/, ""));
  if (!ts.isTypeReferenceNode(type)) return false;
  const symbol = checker.getSymbolAtLocation(type.typeName);
  const declarations = symbol === undefined ? [] : (originOf(symbol).declarations ?? []);
  const isNamedSo = type.typeName.getText().toLowerCase().endsWith(name.toLowerCase());
  return isNamedSo && declarations.some((one) => saidOf(one) !== "");
}

/** Functions of core that other files may call, of which nothing is said. */
export function unsaidFunctions(): readonly Unsaid[] {
  const files = program
    .getSourceFiles()
    .filter((file) => isOurs(file) && file.fileName.includes("/packages/core/src/"));
  return files.flatMap((file) =>
    file.statements
      .filter((one) => ts.isFunctionDeclaration(one) && isExported(one) && !isSentence(saidOf(one)))
      .map((one) => placeOf(one, nameOf(one))),
  );
}

function isExported(node: Node): boolean {
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}
