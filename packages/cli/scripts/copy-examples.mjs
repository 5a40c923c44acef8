// The installed command shows its example fleet where nobody has a fleet file yet: the tarball carries it.
import { cpSync } from "node:fs";

cpSync(new URL("../../../examples/", import.meta.url), new URL("../dist/examples/", import.meta.url), {
  recursive: true,
});
