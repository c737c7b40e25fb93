import { runAction } from "@assay/action-kit";
import { advisoriesCommand } from "@assay/dependencies";

await runAction(advisoriesCommand);
