import * as z from "zod";
import { valueText } from "../base/findings/format.ts";
import { type Message, type MessageValue, messageText } from "../base/findings/messages.ts";
import { MoneyPart } from "./parts.ts";

const opens = {
  modelId: z.string().optional().meta({ description: "The model whose figure it is." }),
  figureId: z.string().optional().meta({ description: "What explain opens it by." }),
};
const kind = <Kind extends string>(word: Kind) => z.literal(word).meta({ description: "What kind of value it is." });

const MessagePartValue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: kind("money"), value: MoneyPart, ...opens }),
  z.strictObject({
    kind: kind("number"),
    value: z.number(),
    unit: z.string().optional().meta({ description: "What the number counts." }),
    ...opens,
  }),
  z.strictObject({ kind: kind("ratio"), value: z.number() }),
  z.strictObject({ kind: kind("rate"), value: MoneyPart }).meta({ description: "A price of one unit." }),
  z.strictObject({ kind: kind("text"), value: z.string() }),
  z.strictObject({ kind: kind("name"), value: z.string() }),
  z.strictObject({ kind: kind("list"), value: z.array(z.string()) }),
]);

/** A sentence with its figures, as every JSON document has it. */
export const MessagePart = z.strictObject({
  key: z.string().meta({ description: "Which sentence it is; stable, unlike its words." }),
  text: z.string().meta({ description: "The sentence in English." }),
  figures: z.record(z.string(), MessagePartValue).meta({ description: "The figures in the sentence, as data." }),
});

/** A message as its text and the figures in it. */
export function messagePart(message: Message): z.infer<typeof MessagePart> {
  const figures = Object.entries(message.figures).map(([name, value]) => [name, valuePart(value)] as const);
  return { key: message.key, text: messageText(message, valueText), figures: Object.fromEntries(figures) };
}

function valuePart(value: MessageValue): z.infer<typeof MessagePartValue> {
  if (value.kind === "rate") return { ...value, value: { ...value.value } };
  if (value.kind === "money") return { ...value, value: { ...value.value } };
  return value.kind === "list" ? { ...value, value: [...value.value] } : { ...value };
}
