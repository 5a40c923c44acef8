/** Words of the glossary that names of types may end in, and where a type of that name is what the glossary says. */
const PLACES = [
  {
    word: "Question",
    place: /^packages\/core\/src\/(questions|whatif)\//,
    fix: "a question is answered by making many plans",
  },
  {
    word: "Task",
    place: /^site\/src\/(worker|state)\//,
    fix: "a task is what the page gives the planner's thread",
  },
  // The rows of an outline of a schema, of a table of totals and of two ranges are those that shells print.
  ...["Row", "Cell"].map((word) => ({
    word,
    place:
      /^(packages\/adapters\/src\/(tables|report)|packages\/cli\/src\/human|site\/src)\/|^packages\/core\/src\/(documents\/schema-outline|whatif\/two-way|views\/figures\/total-tables)\.ts$/,
    fix: "rows and cells are of tables that people see; an entry in a table of the source is a definition",
  })),
];

/** Types, classes and components with such a word at the end of their name, declared where it means something else. */
export function wordsOutOfPlace(files: readonly { readonly path: string; readonly text: string }[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    PLACES.filter(({ place }) => !place.test(path)).flatMap(({ word, fix }) =>
      [
        ...text.matchAll(new RegExp(`^(?:export )?(?:type|interface|class|function) (?:[A-Z]\\w*)?${word}s?\\b`, "gm")),
      ].map(([declared]) => `${path} declares ${declared}: ${fix}`),
    ),
  );
}
