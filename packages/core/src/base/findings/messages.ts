import type { Money } from "../money.ts";
import { findingTemplate } from "./finding-texts.ts";

/** A value inside a sentence. `figureId` with `modelId` names the figure of a plan that opens it. */
export type MessageValue =
  | { readonly kind: "money"; readonly value: Money; readonly modelId?: string; readonly figureId?: string }
  | {
      readonly kind: "number";
      readonly value: number;
      readonly unit?: string;
      readonly modelId?: string;
      readonly figureId?: string;
    }
  | { readonly kind: "ratio"; readonly value: number }
  /** A price of one unit, whose cents count. */
  | { readonly kind: "rate"; readonly value: Money }
  | { readonly kind: "text"; readonly value: string }
  /** What something is called, written as it is. */
  | { readonly kind: "name"; readonly value: string }
  | { readonly kind: "list"; readonly value: readonly string[] };

/** A sentence as data: which one, and the figures in it. */
export interface Message {
  readonly key: string;
  /** Its words, where it is none of the planner's own. */
  readonly template?: string;
  readonly figures: Readonly<Record<string, MessageValue>>;
}

/** Sentences of verdicts, in English; `{name}` stands for a figure. Another language is another table of the same keys. */
export const MESSAGES = {
  "verdict.cheaper": "{winner} costs {saving} less a month ({savingRatio}) than {other}.",
  "verdict.same-cost": "{winner} and {other} cost the same a month.",
  "verdict.none-feasible": "No model can run this fleet as it is described; see the shortfalls.",
  "verdict.only-feasible": "{winner} is the only model that can run this fleet as it is described.",
  "verdict.single": "{winner} costs {cost} a month.",
  "verdict.empty": "A fleet without tenants costs nothing.",
  "reason.license":
    "Licences are {share} of the difference: {otherQuantity} are licensed with {other}, {winnerQuantity} with {winner}.",
  "reason.infrastructure-license":
    "Licences below and inside the VMs are {share} of the difference: {otherQuantity} with {other}, {winnerQuantity} with {winner}.",
  "reason.vcpu":
    "Node vCPU are {share} of the difference: {otherQuantity} with {other}, {winnerQuantity} with {winner}.",
  "reason.memory":
    "Node memory is {share} of the difference: {otherQuantity} with {other}, {winnerQuantity} with {winner}.",
  "reason.storage":
    "Storage is {share} of the difference: {otherQuantity} with {other}, {winnerQuantity} with {winner}.",
  "reason.host": "Hosts are {share} of the difference: {otherQuantity} with {other}, {winnerQuantity} with {winner}.",
  "reason.power":
    "Power, rack and cooling are {share} of the difference: {otherQuantity} with {other}, {winnerQuantity} with {winner}.",
  "reason.prism-central":
    "Prism Central is {share} of the difference: {otherQuantity} with {other}, {winnerQuantity} with {winner}.",
  "reason.support":
    "Support is {share} of the difference: {otherQuantity} clusters with {other}, {winnerQuantity} with {winner}.",
  "reason.backup": "Backup is {share} of the difference: {otherQuantity} with {other}, {winnerQuantity} with {winner}.",
  "reason.other":
    "Other cost is {share} of the difference: {otherQuantity} clusters with {other}, {winnerQuantity} with {winner}.",
  "reason.labour":
    "Labour is {share} of the difference: {otherQuantity} clusters with {other}, {winnerQuantity} with {winner}.",
  "reason.as-cheap": "{model} costs the same as {winner}.",
  "reason.rests-on": "{share} a month more come with one assumption: {name}, {value} {unit}.",
  "reason.rests-on-price": "{share} a month more come with one price: {name}, {value} {unit}.",
  "reason.rests-on-invented-price": "{share} a month more come with one invented price: {name}, {value} {unit}.",
  "reason.turns-at":
    "{name} turns it round: {winner} costs less until it {moves} to {tie} {unit} (now {value}), all else as planned.",
  "reason.turns-nowhere": "No single price and no number of hours turns this round, each changed alone from zero up.",
  "reason.platform": "{other} keeps {otherPlatform} that serve no tenant, {winner} {winnerPlatform}.",
  "reason.floors": "Documented minimums alone add {otherFloor} to {other}, {winnerFloor} to {winner}.",
  "reason.gives-up": "Starter does not have: {features}.",
  "reason.gives-up-pro": "Pro does not have: {features}.",
  "reason.cadence": "With {model}, {tenants} cannot keep the upgrade cadence of their own that they ask for.",
} as const;

/** The words of a key, `{name}` for a figure. */
function templateOf({ key, template }: Message): string {
  const words = template ?? (MESSAGES as Readonly<Record<string, string>>)[key] ?? findingTemplate(key);
  if (words === undefined) throw new Error(`There is no message "${key}".`);
  return words;
}

export interface MessagePart {
  readonly text: string;
  /** The value behind the text, where the text is a figure. */
  readonly value?: MessageValue;
}

/** A message as parts, so that a page can make its figures open; `format` writes one value. */
export function messageParts(message: Message, format: (value: MessageValue) => string): readonly MessagePart[] {
  const parts = templateOf(message)
    .split(/[{}]/)
    .map((text, index): MessagePart => {
      if (index % 2 === 0) return { text };
      const value = message.figures[text];
      if (value === undefined) throw new Error(`The message ${message.key} lacks the figure "${text}".`);
      return { text: format(value), value };
    });
  return capitalised(parts.filter(({ text }) => text !== ""));
}

/** A message as one sentence. */
export function messageText(message: Message, format: (value: MessageValue) => string): string {
  return messageParts(message, format)
    .map(({ text }) => text)
    .join("");
}

function capitalised([first, ...rest]: readonly MessagePart[]): readonly MessagePart[] {
  if (first === undefined) return rest;
  if (first.value?.kind === "name") return [first, ...rest];
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}
