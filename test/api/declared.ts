import { type CompilerSymbol, type Declaration, type Node, type SourceFile, ts } from "./compiler.ts";
import { checker, isOurs, type Offered, originOf, program } from "./surface.ts";

/** Beyond this a zod schema is not written out: its properties are those of a JSON Schema that is held too. */
const MOST_CHARACTERS = 400;

const printer = ts.createPrinter({ removeComments: true });
const emitted = new Map<string, SourceFile>();

/** A file as its declarations, which users get. */
function declarationsOf(file: SourceFile): SourceFile {
  const known = emitted.get(file.fileName);
  if (known !== undefined) return known;
  let text = "";
  program.emit(file, (_name, written) => (text = written), undefined, true);
  const read = ts.createSourceFile(file.fileName, text, ts.ScriptTarget.ES2023, true);
  emitted.set(file.fileName, read);
  return read;
}

/** The signature of a name as users get it, with the marks of what is to go away or may change. */
export function signatureOf({ symbol, isTypeOnly }: Pick<Offered, "symbol" | "isTypeOnly">): string {
  const { name, declarations = [] } = symbol;
  const files = new Set(declarations.map((one) => one.getSourceFile()));
  const texts = [...files].flatMap((file) => {
    const read = declarationsOf(file);
    const isShown = (one: Node) => namesOf(one).includes(name) && !(isTypeOnly && ts.isVariableStatement(one));
    return read.statements.filter(isShown).map((one) => textOf(one, name, read));
  });
  if (texts.length === 0) throw new Error(`${name} is declared in no file of ours.`);
  return [...declarations.flatMap(marksOf), ...texts].join("\n");
}

function namesOf(statement: Node): readonly string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map((one) => one.name.getText());
  const { name } = statement as { readonly name?: Node };
  return name === undefined ? [] : [name.getText()];
}

function textOf(statement: Node, name: string, file: SourceFile): string {
  const text = printer
    .printNode(ts.EmitHint.Unspecified, statement, file)
    .replace(/^export /, "")
    .replace(/^declare /, "")
    .replaceAll(/^( {4})+/gm, (indent) => " ".repeat(indent.length / 2));
  const isSchema = ts.isVariableStatement(statement) && text.includes(": z.Zod") && text.length > MOST_CHARACTERS;
  return isSchema ? `const ${name}: z.ZodType; // its properties are held by a JSON Schema` : text;
}

/** `// @deprecated tenants: name them by …`, of a declaration and of its members. */
function marksOf(declaration: Declaration): readonly string[] {
  const marks: string[] = [];
  const visit = (node: Node, of: string) => {
    for (const { tagName, comment } of ts.getJSDocTags(node)) {
      if (!["deprecated", "experimental"].includes(tagName.text)) continue;
      marks.push(`// @${tagName.text}${of} ${ts.getTextOfJSDocComment(comment) ?? ""}`.trimEnd());
    }
  };
  visit(declaration, "");
  ts.forEachChild(declaration, (child) => {
    if (ts.isTypeElement(child) || ts.isClassElement(child)) visit(child, ` ${child.name?.getText() ?? ""}`);
  });
  return marks;
}

/** Every name of ours that these need for their signatures, though no entry of theirs offers it. */
export function reachedFrom(offered: readonly CompilerSymbol[]): readonly CompilerSymbol[] {
  const found = new Set(offered);
  for (const symbol of found) {
    for (const declaration of symbol.declarations ?? []) {
      if (isOurs(declaration.getSourceFile())) eachNameIn(declaration, (one) => isListed(one) && found.add(one));
    }
  }
  return [...found].slice(offered.length).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Types, and values that types are made of; their parameters and members are within them. */
function isListed(symbol: CompilerSymbol): boolean {
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined || !isOurs(declaration.getSourceFile())) return false;
  const isOfFile = ts.isSourceFile(declaration.parent) || ts.isVariableDeclaration(declaration);
  return isOfFile && !ts.isFunctionDeclaration(declaration);
}

/** Names in a declaration's signature: nothing of what it does. */
function eachNameIn(node: Node, tell: (symbol: CompilerSymbol) => void): void {
  if (ts.isBlock(node) || isPrivate(node)) return;
  if (ts.isIdentifier(node)) {
    const symbol = checker.getSymbolAtLocation(node);
    if (symbol !== undefined) tell(originOf(symbol));
  }
  const { initializer } = node as { readonly initializer?: Node };
  ts.forEachChild(node, (child) => {
    if (child !== initializer) eachNameIn(child, tell);
  });
}

function isPrivate(node: Node): boolean {
  return ts.isClassElement(node) && node.name !== undefined && ts.isPrivateIdentifier(node.name);
}
