/** A schema that may be left out, and what is said of it: who tells of a mistake asks the schema inside of it. */
const SAID_OF_WRAPPER = /(?<=\.(?:optional\(\)|default\([^()]*\))\s*)\.meta\(/g;

/** A text with its escapes, or one character. */
const TEXT_OR_CHARACTER = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[\s\S]/g;

/** Code in which schemas that may be left out say nothing of themselves: pages and schemas that ship have it. */
export function withoutUnreadMeta(code: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: call } of code.matchAll(SAID_OF_WRAPPER)) {
    if (index < from) continue;
    parts.push(code.slice(from, index));
    from = endOfCall(code, index + call.length);
  }
  return [...parts, code.slice(from)].join("");
}

/** Behind the bracket that closes a call whose arguments begin here. */
function endOfCall(code: string, at: number): number {
  let open = 1;
  for (const { index, 0: one } of code.slice(at).matchAll(TEXT_OR_CHARACTER)) {
    open += Number(one === "(") - Number(one === ")");
    if (open === 0) return at + index + 1;
  }
  throw new Error("A call of meta is not closed.");
}
