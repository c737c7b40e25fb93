import { generateKeyPairSync } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ActResult } from "@assay/core";
import { isWritable, openImage, type WritableImageStore } from "@assay/oci";
import { SIGN_DEFAULTS, type TestRun, testContext, VERIFY_DEFAULTS } from "../../test/run.ts";
import { attestImage } from "../attest-image.ts";
import type { ImageAttestOptions, ImageSignOptions, ImageVerifyOptions } from "../options.ts";
import { signImage } from "../sign-image.ts";
import type { FoundImage } from "../subjects.ts";
import { verifyImage } from "../verify-image.ts";

/** The image of a layout in the test's folder. */
export async function imageAt(
  { root }: TestRun,
  name = "oci:image",
): Promise<FoundImage & { readonly store: WritableImageStore }> {
  const { store, root: manifest, reference } = await openImage(testContext({ root }), name);
  if (!isWritable(store)) throw new Error(`${name} can only be read`);
  return { store, root: manifest, reference };
}

/** A pair of keys, `<name>.key` and `<name>.pub`. */
export async function writeKeys(root: string, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(root, `${name}.key`), privateKey.export({ format: "pem", type: "pkcs8" }));
    await writeFile(join(root, `${name}.pub`), publicKey.export({ format: "pem", type: "spki" }));
  }
}

export async function sign(
  run: TestRun,
  image: FoundImage,
  options: Partial<ImageSignOptions>,
): Promise<ActResult> {
  const defaults = { ...SIGN_DEFAULTS, recursive: true, annotations: {}, legacy: false };
  return await signImage(testContext(run), image, { ...defaults, ...options });
}

export async function attest(
  run: TestRun,
  image: FoundImage,
  options: Partial<ImageAttestOptions>,
): Promise<ActResult> {
  const defaults = {
    ...{ ...SIGN_DEFAULTS, legacy: false, predicateType: "provenance" },
    ...{ predicates: [], platforms: [] },
  };
  return await attestImage(testContext(run), image, { ...defaults, ...options });
}

export async function verify(
  run: TestRun,
  image: FoundImage,
  options: Partial<ImageVerifyOptions>,
): Promise<ActResult> {
  const defaults = {
    ...{ ...VERIFY_DEFAULTS, requireSignature: true, indexOnly: false },
    ...{ platforms: [], annotations: {}, checkLayers: false },
  };
  return await verifyImage(testContext(run), image, { ...defaults, ...options });
}

/** What failed, as `rule item`, with digests cut. */
export function failed({ failures }: ActResult): readonly string[] {
  return failures.map(
    ({ ruleId, item }) => `${ruleId} ${item.replace(/^.*@sha256:(.{8}).*$/, "$1")}`,
  );
}
