import { runAction } from "@assay/action-kit";
import { pythonCommand } from "@assay/python";

await runAction(pythonCommand);
