import { runAction } from "@assay/action-kit";
import { checkCommand } from "@assay/suite";

await runAction(checkCommand);
