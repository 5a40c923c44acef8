import * as z from "zod";
import { gpus, kubernetesVersion, workspaceNamespace } from "../options/cluster-fields.ts";
import { SITE_FIELDS } from "../options/site-fields.ts";

export const nkpCliOptions = z.strictObject({ ...SITE_FIELDS, kubernetesVersion, workspaceNamespace, gpus });
