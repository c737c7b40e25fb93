import { runAction } from "@assay/action-kit";
import { verifyCommand } from "@assay/signing";

await runAction(verifyCommand);
