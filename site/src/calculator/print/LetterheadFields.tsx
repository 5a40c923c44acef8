import { useStore } from "@nanostores/react";
import { useEffect, useId, useState } from "react";
import { $isLetterheadKept, $letterhead, loadLetterhead, setLetterhead, takeLogo } from "../../state/letterhead.ts";

/** The logo and the address on top of every quote, which stay in this browser. */
export function LetterheadFields() {
  const { logo, address } = useStore($letterhead);
  const isKept = useStore($isLetterheadKept);
  const [problem, setProblem] = useState("");
  const id = useId();
  useEffect(loadLetterhead, []);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setProblem(await takeLogo(file).catch(() => `${file.name} cannot be read.`));
  };
  return (
    <div className="fields letterhead-fields">
      <div className="field">
        <label htmlFor={`${id}-address`}>Address and contact, line by line</label>
        <textarea
          id={`${id}-address`}
          rows={3}
          value={address}
          onChange={({ currentTarget }) => setLetterhead({ address: currentTarget.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-logo`}>Logo</label>
        <input
          id={`${id}-logo`}
          type="file"
          accept="image/png,image/jpeg,image/svg+xml,.png,.jpg,.jpeg,.svg"
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
          // The same file, mended meanwhile, can be chosen again.
          onClick={({ currentTarget }) => {
            currentTarget.value = "";
          }}
        />
        {logo !== "" && (
          <button type="button" onClick={() => setLetterhead({ logo: "" })}>
            Remove the logo
          </button>
        )}
        {problem !== "" && (
          <p role="alert" className="small loss">
            {problem}
          </p>
        )}
        <p id={`${id}-hint`} className="caption">
          PNG, JPEG or SVG, up to 256 KiB. Logo and address stay in this browser: in no link, no saved scenario, no
          file.
          {!isKept && " This browser keeps nothing: they are gone with the page."}
        </p>
      </div>
    </div>
  );
}
