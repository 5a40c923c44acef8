import { dirname, join } from "node:path";

/** A source by its path, and what it imports: relative specifiers count, others are another package's. */
interface ImportingFile {
  readonly path: string;
  readonly imports: readonly string[];
}

/** Every circle that going down the imports meets, each as the way round it; of circles that share files, not all. */
export function circlesOfFiles(files: readonly ImportingFile[]): readonly string[] {
  const importsOf = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter((one) => one.startsWith(".")).map((one) => join(dirname(path), one)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (path: string, way: readonly string[]): void => {
    const since = way.indexOf(path);
    if (since >= 0) found.push(`${[...way.slice(since), path].join(" → ")}: move what both need`);
    if (since >= 0 || done.has(path)) return;
    for (const next of importsOf.get(path) ?? []) follow(next, [...way, path]);
    done.add(path);
  };
  for (const path of importsOf.keys()) follow(path, []);
  return found;
}
