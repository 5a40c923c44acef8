/** A text without what kubectl warns of before it; lines stay where they are. */
export function withoutWarnings(text: string): string {
  return text.replace(/^(Warning: .*\r?\n)+/, (warnings) => warnings.replaceAll(/[^\r\n]/g, " "));
}
