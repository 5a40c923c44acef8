import type { DeckLanguage } from "../language/deck-language.ts";

/** Lines for the speaker: which figures stand on the slide, each as the command that opens it. */
export function sourceNotes(
  language: DeckLanguage,
  figureIds: readonly string[],
  modelIds: readonly string[],
): readonly string[] {
  return [
    language.say("note.source"),
    ...figureIds.flatMap((id) => modelIds.map((model) => `nkp-planner explain FLEET ${id} --model ${model}`)),
  ];
}

/** A line for the speaker: where the whole list of findings stands. */
export function listNote(language: DeckLanguage, modelId: string): string {
  return language.say("note.list", { command: `nkp-planner plan FLEET --model ${modelId}` });
}
