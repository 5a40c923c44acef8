import * as z from "zod";
import { valueText } from "../base/findings/format.ts";
import { type Message, type MessageValue, messageText } from "../base/findings/messages.ts";
import { MoneyPart } from "./parts.ts";

const opens = { modelId: z.string().optional(), figureId: z.string().optional() };

const MessagePartValue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("money"), value: MoneyPart, ...opens }),
  z.strictObject({ kind: z.literal("number"), value: z.number(), unit: z.string().optional(), ...opens }),
  z.strictObject({ kind: z.literal("ratio"), value: z.number() }),
  z.strictObject({ kind: z.literal("rate"), value: MoneyPart }).meta({ description: "A price of one unit." }),
  z.strictObject({ kind: z.literal("text"), value: z.string() }),
  z.strictObject({ kind: z.literal("name"), value: z.string() }),
  z.strictObject({ kind: z.literal("list"), value: z.array(z.string()) }),
]);

/** A sentence with its figures, as every JSON document has it. */
export const MessagePart = z.strictObject({
  key: z.string(),
  text: z.string().meta({ description: "The sentence in English." }),
  figures: z.record(z.string(), MessagePartValue).meta({ description: "The figures in the sentence, as data." }),
});

export function messagePart(message: Message): z.infer<typeof MessagePart> {
  const figures = Object.entries(message.figures).map(([name, value]) => [name, valuePart(value)] as const);
  return { key: message.key, text: messageText(message, valueText), figures: Object.fromEntries(figures) };
}

function valuePart(value: MessageValue): z.infer<typeof MessagePartValue> {
  if (value.kind === "rate") return { ...value, value: { ...value.value } };
  if (value.kind === "money") return { ...value, value: { ...value.value } };
  return value.kind === "list" ? { ...value, value: [...value.value] } : { ...value };
}
