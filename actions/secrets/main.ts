import { runAction } from "@assay/action-kit";
import { secretsCommand } from "@assay/secrets";

await runAction(secretsCommand);
