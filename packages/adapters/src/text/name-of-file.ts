/** What a file's content is called by its name: `manifests/shop.yaml` → `shop`; what has none is a tenant. */
export function nameOfFile(name: string): string {
  const stem = name
    .replace(/^.*[/\\]/, "")
    .replace(/\.[a-z0-9]+$/i, "")
    .trim();
  return stem === "" || stem === "-" ? "tenant" : stem;
}
