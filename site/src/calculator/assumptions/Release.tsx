import { useStore } from "@nanostores/react";
import { setFleetField } from "../../state/edits.ts";
import { $scenario, beginning, edit } from "../../state/store.ts";

/** Which release is planned with. Its figures are fetched when it is chosen. */
export function Release() {
  const scenario = useStore($scenario);
  return (
    <fieldset className="options">
      <legend className="visually-hidden">NKP release</legend>
      {beginning().releases.map(({ id, version, status, kubernetesVersion }) => (
        <label key={id}>
          <input
            type="radio"
            name="release"
            checked={scenario?.fleet.release === id}
            onChange={() => edit(setFleetField("release", id))}
          />
          {version}, Kubernetes {kubernetesVersion}
          {status === "prerelease" && <span className="caption"> a state before release</span>}
        </label>
      ))}
      <p className="caption">
        What each asks for, and the difference between two:{" "}
        <a href={`${import.meta.env.BASE_URL}releases/`}>Releases</a>
      </p>
    </fieldset>
  );
}
