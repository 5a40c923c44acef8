import { useEffect, useState } from "react";
import type { Examples } from "../../../planning/planning-data.ts";
import { askAbout } from "../../../state/store.ts";

interface Props<Of extends "priceBooks" | "priceLists"> {
  readonly of: Of;
  readonly use: (file: Examples[Of][number]) => void;
}

/** The examples that ship, each in place of what is there. */
export function UseExample<Of extends "priceBooks" | "priceLists">({ of, use }: Props<Of>) {
  const [files, setFiles] = useState<readonly Examples[Of][number][]>([]);
  useEffect(() => {
    askAbout("examples", null).then(
      (examples) => setFiles(examples[of]),
      () => {},
    );
  }, [of]);
  return files.map((file) => (
    <button key={file.id} type="button" onClick={() => use(file)}>
      Use {file.title.toLowerCase()}
    </button>
  ));
}
