import { runAction } from "@assay/action-kit";
import { attestCommand } from "@assay/signing";

await runAction(attestCommand);
