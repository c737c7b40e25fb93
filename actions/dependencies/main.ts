import { runAction } from "@assay/action-kit";
import { dependenciesCommand } from "@assay/dependencies";

await runAction(dependenciesCommand);
