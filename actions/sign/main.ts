import { runAction } from "@assay/action-kit";
import { signCommand } from "@assay/signing";

await runAction(signCommand);
