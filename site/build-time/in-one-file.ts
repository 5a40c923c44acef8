/** What is known of a module while chunks are made. */
interface ModuleInfo {
  readonly isEntry: boolean;
  readonly code: string | null;
  readonly importers: readonly string[];
  readonly dynamicImporters: readonly string[];
  readonly importedIds: readonly string[];
}

interface Bundle {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** A package's list of what it gives away: who imports one name of it does not need the rest. */
const IS_LIST = /\/packages\/[a-z]+\/src\/index\.ts$/;
const IMPORTED_FROM_LIST = /import\s*\{([^}]*)\}\s*from\s*"@nkp-planner\/[a-z]+"/g;
/** A list that gives away all of another one. */
const ALL_OF_LIST = /export\s*\*\s*from\s*"\.([^"]+)"/g;
const GIVEN_AWAY = /export\s*\{([^}]*)\}\s*from\s*"\.([^"]+)"/g;

/**
 * One file for all that an entry needs before it runs, whoever else needs parts of it: together they are smaller to
 * send than in a file for each set of those who share them.
 */
export function inOneFile(name: string) {
  let needed: ReadonlySet<string> | undefined;
  const nameOf = (id: string, bundle: Bundle) => {
    needed ??= neededBy(entryAbove(id, bundle), bundle);
    return needed.has(id) ? name : null;
  };
  return { name: nameOf, includeDependenciesRecursively: false };
}

/** The entry that a module is in the end imported for. */
function entryAbove(id: string, bundle: Bundle): string {
  const seen = new Set([id]);
  for (const one of seen) {
    const info = bundle.getModuleInfo(one);
    if (info?.isEntry) return one;
    for (const importer of [...(info?.importers ?? []), ...(info?.dynamicImporters ?? [])]) seen.add(importer);
  }
  return id;
}

function neededBy(entry: string, bundle: Bundle): ReadonlySet<string> {
  const needed = new Set([entry]);
  for (const id of needed) {
    const info = bundle.getModuleInfo(id);
    for (const imported of info?.importedIds ?? []) {
      const ids = IS_LIST.test(imported) ? behindList(imported, info?.code ?? "", bundle) : [imported];
      for (const one of ids) needed.add(one);
    }
  }
  return needed;
}

/** The modules that names imported from a list come from. */
function behindList(list: string, code: string, bundle: Bundle): readonly string[] {
  const names = new Set([...code.matchAll(IMPORTED_FROM_LIST)].flatMap(([, inside = ""]) => namesIn(inside)));
  return givenAway(list, names, bundle);
}

/** The same, by the list and by those that it gives away as a whole. */
function givenAway(list: string, names: ReadonlySet<string>, bundle: Bundle): readonly string[] {
  const code = bundle.getModuleInfo(list)?.code ?? "";
  const beside = (path: string) => list.replace(/\/[^/]+$/, path);
  return [
    ...[...code.matchAll(GIVEN_AWAY)]
      .filter(([, inside = ""]) => namesIn(inside).some((one) => names.has(one)))
      .map(([, , path = ""]) => beside(path)),
    ...[...code.matchAll(ALL_OF_LIST)].flatMap(([, path = ""]) => givenAway(beside(path), names, bundle)),
  ];
}

function namesIn(inside: string): readonly string[] {
  return inside.split(",").map((one) => one.trim().replace(/ as .*$/, ""));
}
