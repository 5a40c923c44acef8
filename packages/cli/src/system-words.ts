/** What the operating system says of a path that it does not open, read or write, in words. */
interface Meaning {
  readonly found: string;
  readonly fix: string;
}

export type Meanings = Readonly<Record<string, Meaning>>;

const NOT_ALLOWED: Meaning = {
  found: "a folder you may not write to",
  fix: "change its permissions, or choose another",
};
const NO_FILE: Meaning = { found: "no such file", fix: "check the path" };
const SECRET: Meaning = { found: "a file you may not read", fix: "change its permissions" };

/** The same codes said of what is read. */
export const ON_READING: Meanings = { ENOENT: NO_FILE, ENOTDIR: NO_FILE, EACCES: SECRET, EPERM: SECRET };

const MEANINGS: Meanings = {
  ENOENT: { found: "no such folder", fix: "make it, or choose another" },
  ELOOP: { found: "links that lead to each other in a circle", fix: "name the file itself" },
  ENAMETOOLONG: { found: "a longer name than the system takes", fix: "shorten it" },
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: NOT_ALLOWED,
  EEXIST: { found: "a file in the way of a folder", fix: "choose another place" },
  ENOTDIR: { found: "a file in the way of a folder", fix: "choose another place" },
  EISDIR: { found: "a folder in the way of a file", fix: "choose another place" },
  ENOSPC: { found: "a full disk", fix: "make room, or choose another place" },
  EDQUOT: { found: "a disk of which you have used your part", fix: "make room, or choose another place" },
  EFBIG: { found: "a larger file than may be written there", fix: "choose another place" },
  EMFILE: { found: "too many open files", fix: "raise the limit, and run it again" },
  EBUSY: { found: "a file that something else is using", fix: "close it there" },
  EIO: { found: "a disk or device that fails", fix: "choose another place" },
};

/** The system's own code of an error, such as ENOENT; undefined for a mistake of the program. */
function systemCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** What went wrong, in a few words; undefined for a mistake of the program. */
export function systemWords(error: unknown, own: Meanings = {}): Meaning | undefined {
  const code = systemCodeOf(error);
  if (code === undefined) return undefined;
  return own[code] ?? MEANINGS[code] ?? { found: `what the system calls ${code}`, fix: "see what it says of that" };
}
