/** Names a figure of one of the plans. */
export interface FigureRef {
  readonly modelId: string;
  readonly figureId: string;
}

/** Which sign a value has in words of the page: never by colour alone. */
export type Tone = "gain" | "loss";

/** A piece of text; one with `opens` is a figure that opens to its lines. */
export interface Fragment {
  readonly text: string;
  readonly opens?: FigureRef;
  readonly tone?: Tone;
  /** A value, not a word between values. */
  readonly isFigure?: boolean;
}
