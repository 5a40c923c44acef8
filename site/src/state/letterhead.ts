import { atom } from "nanostores";

/**
 * What stands on top of every quote of this visitor: kept in this browser alone, in no link, no saved scenario and no
 * file, as it is the same for all of them.
 */
export interface Letterhead {
  /** A picture as a data URL; empty: none. */
  readonly logo: string;
  /** Below the company's name, line by line. */
  readonly address: string;
}

const KEY = "nkp-planner.letterhead";
const NONE: Letterhead = { logo: "", address: "" };

/** As the planner takes it; a file that is larger is not read at all. */
export const LARGEST_LOGO_BYTES = 262_144;

export const $letterhead = atom<Letterhead>(NONE);

/** Whether the browser keeps it: it may forbid storage, or be full. */
export const $isLetterheadKept = atom(true);

/** Takes what this browser has kept, once the panel is open. */
export function loadLetterhead(): void {
  try {
    const { logo, address } = Object(JSON.parse(localStorage.getItem(KEY) ?? "null"));
    $letterhead.set({
      logo: typeof logo === "string" ? logo : "",
      address: typeof address === "string" ? address : "",
    });
  } catch {
    // Nothing that can be read: there is none.
  }
}

export function setLetterhead(change: Partial<Letterhead>): void {
  const letterhead = { ...$letterhead.get(), ...change };
  $letterhead.set(letterhead);
  try {
    localStorage.setItem(KEY, JSON.stringify(letterhead));
    $isLetterheadKept.set(true);
  } catch {
    $isLetterheadKept.set(false);
  }
}

/** Takes a file as the logo. @returns what is wrong with it; empty: nothing is */
export async function takeLogo(file: File): Promise<string> {
  if (file.size > LARGEST_LOGO_BYTES)
    return `${file.name} is larger than ${LARGEST_LOGO_BYTES / BYTES_PER_KIB} KiB: choose a smaller one.`;
  setLetterhead({ logo: await dataUrlOf(file) });
  return "";
}

const BYTES_PER_KIB = 1024;

/** What is in it; what it is, whoever writes the quote finds out. */
async function dataUrlOf(file: File): Promise<string> {
  let binary = "";
  for (const byte of new Uint8Array(await file.arrayBuffer())) binary += String.fromCharCode(byte);
  return `data:;base64,${btoa(binary)}`;
}
