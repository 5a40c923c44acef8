/** A format that people have and that says no sizes: it is refused by its name, with what to give instead. */
export interface KnownFormat {
  /** With its article: `a bill in FOCUS`. */
  readonly title: string;
  /** What would be of use. */
  readonly fix: string;
  /** By the first characters of the text, and the file's name. */
  is(head: string, name: string): boolean;
}
