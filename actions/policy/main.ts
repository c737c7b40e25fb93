import { runAction } from "@assay/action-kit";
import { policyCommand } from "@assay/policy";

await runAction(policyCommand);
