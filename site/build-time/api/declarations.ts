import type TypeScript from "typescript";
import { checker, ts } from "./program.ts";

/** The longest type that is written out; a longer one is better read in its file. */
const MOST_LINES = 60;

const FLAGS =
  ts.NodeBuilderFlags.NoTruncation |
  ts.NodeBuilderFlags.MultilineObjectLiterals |
  ts.NodeBuilderFlags.InTypeAlias |
  ts.NodeBuilderFlags.UseAliasDefinedOutsideCurrentScope;
const printer = ts.createPrinter({ removeComments: true });

/** What a declaration promises, without how it is done. */
export function declarationText(symbol: TypeScript.Symbol, declaration: TypeScript.Declaration): string {
  if (ts.isFunctionDeclaration(declaration)) return withoutBody(declaration);
  if (ts.isInterfaceDeclaration(declaration)) return unexported(declaration.getText());
  if (ts.isTypeAliasDeclaration(declaration))
    return isInferred(declaration) ? expanded(declaration) : unexported(declaration.getText());
  if (ts.isClassDeclaration(declaration)) return classText(declaration);
  return `const ${symbol.name}: ${typeText(checker.getTypeOfSymbolAtLocation(symbol, declaration), declaration)}`;
}

function withoutBody(declaration: TypeScript.FunctionDeclaration): string {
  const end = (declaration.body ?? declaration).getStart() - declaration.getStart();
  const result = declaration.type === undefined ? `: ${returnTypeOf(declaration)}` : "";
  return unexported(`${declaration.getText().slice(0, end).trim()}${result}`);
}

function returnTypeOf(declaration: TypeScript.FunctionDeclaration): string {
  const signature = checker.getSignatureFromDeclaration(declaration);
  return signature === undefined ? "unknown" : typeText(checker.getReturnTypeOfSignature(signature), declaration);
}

/** A type that a schema implies is written out: its own text says nothing to a reader. */
function expanded(declaration: TypeScript.TypeAliasDeclaration): string {
  const type = checker.getTypeAtLocation(declaration.name);
  return `type ${declaration.name.text} = ${typeText(type, declaration)}`;
}

function isInferred({ type }: TypeScript.TypeAliasDeclaration): boolean {
  return /\binfer\b/.test(type.getText());
}

function classText(declaration: TypeScript.ClassDeclaration): string {
  const members = declaration.members
    .filter((member) => member.name === undefined || !ts.isPrivateIdentifier(member.name))
    .map((member) => {
      const body = "body" in member ? (member.body as TypeScript.Node | undefined) : undefined;
      const text = member.getText();
      return `  ${body === undefined ? text : text.slice(0, body.getStart() - member.getStart()).trim()};`.replace(
        ";;",
        ";",
      );
    });
  const heritage = declaration.heritageClauses?.map((clause) => ` ${clause.getText()}`).join("") ?? "";
  return `class ${declaration.name?.text}${heritage} {\n${members.join("\n")}\n}`;
}

function typeText(type: TypeScript.Type, at: TypeScript.Node): string {
  const node = checker.typeToTypeNode(type, at, FLAGS);
  const text = node === undefined ? "unknown" : printer.printNode(ts.EmitHint.Unspecified, node, at.getSourceFile());
  const lines = text.replaceAll(/^( {4})+/gm, (indent) => indent.replaceAll("    ", "  ")).split("\n");
  return lines.length <= MOST_LINES
    ? lines.join("\n")
    : [...lines.slice(0, MOST_LINES), "  // … and more: see the file"].join("\n");
}

function unexported(text: string): string {
  return text.replace(/^export (default )?/, "").replace(/;$/, "");
}
