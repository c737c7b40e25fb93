import { runAction } from "@assay/action-kit";
import { checkCommand } from "@assay/action-kit/suite";

await runAction(checkCommand);
