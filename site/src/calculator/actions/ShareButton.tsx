import { useStore } from "@nanostores/react";
import { useState } from "react";
import { $news } from "../../state/arrival.ts";
import { present } from "../../state/kept.ts";
import { $isLate, whenCurrent } from "../../state/late.ts";
import { fragmentOf } from "../../state/share-link.ts";
import { beginning } from "../../state/store.ts";

/** Copies a link that holds all that was entered, and what it comes to. Nothing is sent anywhere. */
export function ShareButton() {
  const isLate = useStore($isLate);
  const [link, setLink] = useState<string | null>(null);
  const share = async () => {
    await whenCurrent();
    const kept = present();
    if (kept === null) return;
    const url = `${location.origin}${location.pathname}#${await fragmentOf(kept, beginning().scenario)}`;
    try {
      await navigator.clipboard.writeText(url);
      setLink(null);
      $news.set({ text: "The link is copied. Whoever has it sees what you entered; nobody else does.", lines: [] });
    } catch {
      setLink(url);
    }
  };
  return (
    <>
      <button type="button" disabled={isLate} onClick={share}>
        Share link
      </button>
      {link !== null && (
        <input
          className="link-text"
          readOnly
          value={link}
          aria-label="Link to copy"
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </>
  );
}
