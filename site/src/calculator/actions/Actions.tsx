import { ScenariosButton } from "./ScenariosButton.tsx";
import { ShareButton } from "./ShareButton.tsx";

/** What can be done with a scenario as a whole. */
export default function Actions() {
  return (
    <div className="actions small">
      <ScenariosButton />
      <ShareButton />
    </div>
  );
}
