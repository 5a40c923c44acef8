import { EXTENDED_NAME, withExtended } from "../base/extended-resources.ts";
import type { NodeShape } from "./catalog.ts";

const EXTENDED = `\\+[1-9]\\d{0,2}x${EXTENDED_NAME}`;
/** `16x128x100`, and what nodes have beside it: `16x128x100+2xnvidia.com/gpu`. */
export const SHAPE = new RegExp(`^[1-9]\\d{0,3}x[1-9]\\d{0,5}x[1-9]\\d{0,6}(?:${EXTENDED}){0,8}$`);

/** `8x32x80` → 8 vCPU, 32 GiB of memory, 80 GiB of disk. Null where the text is no shape. */
export function parseShape(text: string): NodeShape | null {
  if (!SHAPE.test(text)) return null;
  const [size = "", ...parts] = text.split("+");
  const [vcpu = 0, memoryGiB = 0, diskGiB = 0] = size.split("x").map(Number);
  const extended = parts.map((part) => {
    const at = part.indexOf("x");
    return [part.slice(at + 1), Number(part.slice(0, at))] as const;
  });
  return { vcpu, memoryGiB, diskGiB, ...withExtended(extended) };
}

/** The text that is read as the shape. */
export function shapeText({ vcpu, memoryGiB, diskGiB, extended = {} }: NodeShape): string {
  const more = Object.entries(extended).map(([name, quantity]) => `+${quantity}x${name}`);
  return `${vcpu}x${memoryGiB}x${diskGiB}${more.join("")}`;
}
