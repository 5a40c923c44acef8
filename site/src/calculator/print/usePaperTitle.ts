import { useEffect } from "react";

/** While it is printed the page is called as the document is: what a browser writes above it, and names its PDF by. */
export function usePaperTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    const own = document.title;
    const rename = () => {
      document.title = title;
    };
    const restore = () => {
      document.title = own;
    };
    addEventListener("beforeprint", rename);
    addEventListener("afterprint", restore);
    return () => {
      removeEventListener("beforeprint", rename);
      removeEventListener("afterprint", restore);
      restore();
    };
  }, [title]);
}
