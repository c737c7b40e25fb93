import type { Ecosystem } from "../ecosystem.ts";

/** Providers of Terraform and OpenTofu. */
export const terraform: Ecosystem = {
  id: "terraform",
  title: "Terraform",
  formats: [
    {
      id: "terraform",
      title: "Terraform",
      files: [".terraform.lock.hcl"],
      rewrite: "terraform init -backend=false",
      load: async () => (await import("./read.ts")).readTerraformLock,
    },
  ],
  manifests: [
    {
      files: [/\.(?:tf|tofu)$/],
      asks: async (text, file) =>
        /\b(?:required_providers|provider)\b/.test(text) &&
        (await import("./configuration.ts")).configurationAsks(file.path, text, file),
      lockAdvice:
        "Commit the `.terraform.lock.hcl` of its folder (`terraform init -backend=false` writes one).",
    },
  ],
  installFolders: [".terraform"],
};
