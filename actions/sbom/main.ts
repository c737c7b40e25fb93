import { runAction } from "@assay/action-kit";
import { sbomCommand } from "@assay/sbom";

await runAction(sbomCommand);
