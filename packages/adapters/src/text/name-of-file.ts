/** What a file's content is called by its name: `manifests/shop.yaml` → `shop`; what has none is a tenant. */
export function nameOfFile(name: string): string {
  const stem = name
    .replace(/^.*[/\\]/, "")
    .replace(/\.[a-z0-9]+$/i, "")
    .trim();
  return stem === "" || stem === "-" ? "tenant" : stem;
}

/** What several files are called together: by the folder that all are in, else by the first. */
export function nameOfFiles(names: readonly string[]): string {
  const folders = new Set(names.map((name) => /([^/\\]+)[/\\][^/\\]*$/.exec(name)?.[1] ?? ""));
  const [folder = ""] = folders;
  return folders.size === 1 && !/^\.*$/.test(folder) ? folder : nameOfFile(names[0] ?? "");
}
