import { createRequire } from "node:module";
import { join } from "node:path";
import type Compiler from "../../site/node_modules/typescript/lib/typescript.js";

export const ROOT = join(import.meta.dirname, "../..");

/** The compiler as a library: the site's, as TypeScript 7 has no interface for programs yet that is kept. */
export const ts: typeof Compiler = createRequire(join(ROOT, "site/package.json"))("typescript");

export type Declaration = Compiler.Declaration;
export type Node = Compiler.Node;
export type Program = Compiler.Program;
export type SourceFile = Compiler.SourceFile;
export type Statement = Compiler.Statement;
export type CompilerSymbol = Compiler.Symbol;

/** All sources of ours that these files need, as `tsc` would read them for a build. */
export function programOf(paths: readonly string[]): Program {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const written = { ...config.compilerOptions, noEmit: false, declaration: true, emitDeclarationOnly: true };
  const { options } = ts.convertCompilerOptionsFromJson({ ...written, stripInternal: true, outDir: "declared" }, ROOT);
  return ts.createProgram([...paths], options);
}
