import { runAction } from "@assay/action-kit";
import { licensesCommand } from "@assay/licenses";

await runAction(licensesCommand);
