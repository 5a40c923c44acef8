import { openImport } from "../../state/selection.ts";

/** Files dropped anywhere on the page are brought in; text that is dragged within it goes where it always goes. @returns what ends it */
export function takeDroppedFiles(): () => void {
  document.addEventListener("dragover", allow);
  document.addEventListener("drop", take);
  return () => {
    document.removeEventListener("dragover", allow);
    document.removeEventListener("drop", take);
  };
}

function allow(event: DragEvent): void {
  if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
}

function take(event: DragEvent): void {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  openImport({ files });
}
