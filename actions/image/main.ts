import { runLateAction } from "@assay/action-kit";

await runLateAction("image", async () => {
  const { imageOperation } = await import("@assay/suite/image");
  return imageOperation(process.env["INPUT_OPERATION"] || undefined);
});
