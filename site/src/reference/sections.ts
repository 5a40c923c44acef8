import { at } from "./links.ts";

/** The parts of the site, in the order of the navigation. */
export const sections: readonly { readonly title: string; readonly href: string; readonly paths: readonly string[] }[] =
  [
    { title: "Calculator", path: "" },
    { title: "How it is worked out", path: "methodology/" },
    { title: "Releases", path: "releases/" },
    { title: "Models", path: "models/" },
    { title: "Sources", path: "sources/" },
    { title: "Library & CLI", path: "guides/", also: ["api/", "reference/"] },
  ].map(({ title, path, also = [] }) => ({ title, href: at(path), paths: [path, ...also].map(at) }));

/** How a link to a section says where the visitor is: on that page, or somewhere below it. */
export function currentOf(section: (typeof sections)[number], pathname: string): "page" | "true" | undefined {
  if (pathname === section.href) return "page";
  const isBelow = section.href !== at("") && section.paths.some((path) => pathname.startsWith(path));
  return isBelow ? "true" : undefined;
}
