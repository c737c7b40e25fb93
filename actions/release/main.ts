import { runAction } from "@assay/action-kit";
import { releaseCommand } from "@assay/signing";

await runAction(releaseCommand);
