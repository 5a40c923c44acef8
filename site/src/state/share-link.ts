import { readScenario } from "./read-scenario.ts";
import type { Scenario } from "./scenario.ts";

/** A scenario in the fragment of an address: compressed, versioned, with the data release and the figures it came to. */

/** What a link carries, and what a browser keeps. */
export interface Kept {
  readonly scenario: Scenario;
  /** The state of the catalog that its figures were planned with. */
  readonly dataRelease: string;
  /** Cost a month by model, to the cent. */
  readonly costs: Readonly<Record<string, string>>;
}

/** Before the data: the version of the link itself. */
const PREFIX = "v1.";
/** Browsers and mail programs cut longer addresses; nobody has a fleet that long to share by a link. */
const LONGEST_FRAGMENT = 200_000;
const LARGEST_TEXT_BYTES = 5_000_000;

/** Parts that are still the example's are left out, so that a link of the example is short. */
export async function fragmentOf({ scenario, dataRelease, costs }: Kept, example: Scenario): Promise<string> {
  const changed = Object.entries(scenario).filter(
    ([part, value]) => JSON.stringify(value) !== JSON.stringify(example[part as keyof Scenario]),
  );
  const text = JSON.stringify({ data: dataRelease, costs, scenario: Object.fromEntries(changed) });
  return `${PREFIX}${base64UrlOf(await deflated(text))}`;
}

export type OpenedLink = Kept | { readonly problem: string };

/** What a fragment says; a problem in words where it says nothing that can be opened. */
export async function readFragment(fragment: string, example: Scenario): Promise<OpenedLink> {
  if (fragment.length > LONGEST_FRAGMENT) return { problem: "The link is too long to be one of this calculator." };
  if (!fragment.startsWith(PREFIX)) {
    const isLater = /^v\d+\./.test(fragment);
    return {
      problem: isLater
        ? "The link was made by a newer calculator than this one: reload the page, then open it again."
        : "The link is damaged: its beginning is missing.",
    };
  }
  const value = await plainValue(fragment.slice(PREFIX.length));
  if (typeof value !== "object" || value === null) return { problem: "The link is damaged: ask for it again." };
  const { data, costs, scenario } = value as Readonly<Record<string, unknown>>;
  const whole = readScenario({ ...example, ...(typeof scenario === "object" ? scenario : { fleet: null }) });
  if (whole === null) return { problem: "The link does not hold a fleet that this calculator can show." };
  return {
    scenario: whole,
    dataRelease: typeof data === "string" && DATA_RELEASE.test(data) ? data : "",
    costs: textsOf(costs),
  };
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === "string" && AMOUNT.test(text)));
}

/** What a link says is shown beside this page's own figures: amounts, and no words of its author. */
const AMOUNT = /^-?\d{1,15}(\.\d{1,4})?$/;
const DATA_RELEASE = /^[\w.+-]{1,40}$/;

async function plainValue(text: string): Promise<unknown> {
  try {
    return JSON.parse(await inflated(bytesOf(text)));
  } catch {
    return null;
  }
}

async function deflated(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @throws where the bytes are no deflated text, or a text larger than any scenario */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    // A few bytes can hold gigabytes of zeros.
    if (size > LARGEST_TEXT_BYTES) throw new RangeError("too large");
    parts.push(part.value);
  }
  return new Blob(parts).text();
}

function base64UrlOf(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
