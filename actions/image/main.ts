import { runLateAction } from "@assay/action-kit";

await runLateAction("image", async () => {
  const { imageOperation } = await import("@assay/suite/image");
  const { INPUT_OPERATION: name, INPUT_IMAGE: image } = process.env;
  return imageOperation(name || undefined, image);
});
