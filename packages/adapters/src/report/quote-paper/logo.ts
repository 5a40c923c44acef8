/** More is no logo, and would be in every quote. */
export const LARGEST_LOGO_BYTES = 262_144;

/** Pictures that every browser prints, by how their files begin. */
const KINDS: readonly { readonly mediaType: string; readonly begins: (bytes: Uint8Array) => boolean }[] = [
  { mediaType: "image/png", begins: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mediaType: "image/jpeg", begins: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { mediaType: "image/svg+xml", begins: isSvg },
];

/** A file as a picture for a letterhead. */
export type Logo =
  | { readonly ok: true; readonly dataUrl: string }
  | { readonly ok: false; readonly problem: LogoProblem };

export type LogoProblem = "too large" | "no picture";

/**
 * PNG, JPEG or SVG, told by what is in the file and not by its name. An SVG stays a picture: what stands in a data URL
 * of an image runs no script and loads nothing.
 */
export function logoOf(bytes: Uint8Array): Logo {
  if (bytes.length > LARGEST_LOGO_BYTES) return { ok: false, problem: "too large" };
  const kind = KINDS.find(({ begins }) => begins(bytes));
  if (kind === undefined) return { ok: false, problem: "no picture" };
  return { ok: true, dataUrl: `data:${kind.mediaType};base64,${base64Of(bytes)}` };
}

/** The picture again, checked, of a data URL that a browser has kept; empty where it is none. */
export function checkedLogo(dataUrl: string): Logo {
  const [, base64 = ""] = dataUrl.match(/^data:[\w.+/-]*;base64,([A-Za-z0-9+/]+={0,2})$/) ?? [];
  try {
    return logoOf(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
  } catch {
    return { ok: false, problem: "no picture" };
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Its root is `svg`, whatever declaration, comments or document type stand before. */
function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, "");
  const root = text.replace(/^(\s*(<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(\[[\s\S]*?\])?\s*>))*\s*/i, "");
  return /^<svg[\s>]/.test(root) && root.trimEnd().endsWith("</svg>");
}

function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
