import { type ApplicationText, type ArgumentScannerError, formatMessageForArgumentScannerError } from "@stricli/core";
import { indented } from "./layout.ts";

type Nearest = (written: string, known: readonly string[]) => string | undefined;

/** What is said of a word that no command has. */
export const noSuchCommand: ApplicationText["noCommandRegisteredForInput"] = ({ input, corrections }) => {
  const found = `No command registered for \`${input}\``;
  if (input.startsWith("--") || /[./\\]/.test(input))
    return indented(`${found}: write a command before it, such as nkp-planner compare ${input}`);
  if (corrections.length > 0) return indented(`${found}, did you mean ${corrections.join(" or ")}?`);
  return indented(`${found}: nkp-planner --help lists the commands`);
};

/** What is said of words that a command does not take. @param name the command's */
export function usageText(error: ArgumentScannerError, name: string, nearest: Nearest): string {
  const text = formatMessageForArgumentScannerError(error, {
    EnumValidationError({ externalFlagName, input, values }) {
      const near = nearest(input, values);
      const meant = near === undefined ? "" : `; did you mean "${near}"?`;
      return `--${externalFlagName} takes ${anyOf(values)}, not ${JSON.stringify(input)}${meant}`;
    },
    FlagNotFoundError({ input, corrections }) {
      const found = `No flag registered for --${input}`;
      if (corrections.length === 0) return `${found}: nkp-planner ${name} --help lists its options`;
      return `${found}, did you mean ${corrections.map((one) => `--${one}`).join(" or ")}?`;
    },
    ArgumentParseError({ externalFlagNameOrPlaceholder: place, exception }) {
      const what = exception instanceof Error ? exception.message : String(exception);
      return `${/^[a-z]/.test(place) ? `--${place}` : place}: ${what}`;
    },
  });
  return indented(text);
}

/** `a, b or c` */
function anyOf(values: readonly string[]): string {
  return [values.slice(0, -1).join(", "), values.at(-1)].filter((part) => part !== "").join(" or ");
}
