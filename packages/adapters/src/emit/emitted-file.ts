/** A text and where it goes, below a folder that the shell chooses; parts of the path are joined by "/". */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}
