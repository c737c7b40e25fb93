/** The tools of others beside our functions, over the same registries and one scratch folder. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CommandContext } from "../../../packages/core/src/index.ts";
import { runCopy } from "../../../packages/images/src/copy/run-copy.ts";
import { registryContext } from "../../../packages/testkit/src/index.ts";
import { peer } from "../peers.ts";
import { type PushedImage, pushBlob, pushIndex, pushManifest } from "./images.ts";
import type { RealRegistry } from "./servers.ts";

export const ARTIFACT = "application/vnd.example.report+json";

export type TransportWorld = ReturnType<typeof transportWorld>;

/** @param started The registries, once they run. */
export function transportWorld(started: () => readonly RealRegistry[]) {
  const scratch = mkdtempSync(join(tmpdir(), "assay-images-"));
  const tool = (name: "crane" | "oras" | "cosign" | "tar", ...args: readonly string[]): string => {
    const path = name === "tar" ? "tar" : peer(name);
    return execFileSync(path, args, { cwd: scratch, encoding: "utf8", stdio: "pipe" });
  };
  const context = () =>
    registryContext(
      started().map(({ host }) => host),
      { root: scratch },
    ).context as unknown as CommandContext;

  return {
    scratch,
    tool,
    context,
    hostOf: (name: RealRegistry["name"]) =>
      started().find((registry) => registry.name === name)?.host ?? "",
    otherThan: (name: RealRegistry["name"]) =>
      started().find((registry) => registry.name !== name)?.host ?? "",
    copy: (...images: readonly string[]) =>
      runCopy(context(), { images, platform: undefined, registry: {} }),
    digestByCrane: (reference: string) => tool("crane", "digest", reference).trim(),

    /** An image with all that may hang on it: ORAS attaches to index, platform and what it attached; a signature as of cosign 2. */
    async furnished(host: string, repository: string) {
      const image = await pushIndex(host, repository, undefined, "1.0");
      const attach = (subject: string, text: string): string => {
        writeFileSync(join(scratch, "report.json"), JSON.stringify({ text }));
        const attached = tool(
          ...(["oras", "attach", "--format", "json", "--plain-http"] as const),
          ...["--artifact-type", ARTIFACT, "--annotation", `org.example.text=${text}`],
          ...[`${host}/${repository}@${subject}`, "report.json:application/json"],
        );
        return (JSON.parse(attached) as { digest: string }).digest;
      };
      const onIndex = attach(image.digest, "about all");
      const onPlatform = attach(image.platforms[1]?.digest ?? "", "about one");
      const onAttached = attach(onIndex, "about what is said of all");
      const older = await olderSignature(host, repository, image);
      return { image, onIndex, onPlatform, onAttached, older };
    },

    /** Digest, type and text of what ORAS finds, sorted. */
    discovered(reference: string, ...flags: readonly string[]): readonly string[] {
      const text = tool(
        "oras",
        "discover",
        "--format",
        "json",
        "--depth",
        "1",
        ...flags,
        reference,
      );
      const { referrers } = JSON.parse(text) as { referrers?: readonly Listed[] };
      return (referrers ?? [])
        .map(({ digest, artifactType, annotations }) =>
          [digest, artifactType, annotations?.["org.example.text"]].join(" "),
        )
        .sort();
    },
  };
}

interface Listed {
  readonly digest: string;
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** As cosign wrote it up to version 2. */
async function olderSignature(host: string, repository: string, image: PushedImage) {
  const tag = `${image.digest.replace(":", "-")}.sig`;
  const type = "application/vnd.dev.cosign.simplesigning.v1+json";
  const layer = await pushBlob(host, repository, Buffer.from('{"critical":{}}'), type);
  const rootfs = { type: "layers", diff_ids: [layer.digest] };
  const config = await pushBlob(
    ...([host, repository] as const),
    Buffer.from(JSON.stringify({ architecture: "", os: "", rootfs })),
    "application/vnd.oci.image.config.v1+json",
  );
  const manifest = {
    ...{ schemaVersion: 2, mediaType: "application/vnd.oci.image.manifest.v1+json" },
    ...{
      config,
      layers: [{ ...layer, annotations: { "dev.cosignproject.cosign/signature": "" } }],
    },
  };
  return { tag, ...(await pushManifest(host, repository, manifest, tag)) };
}
