import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "@assay/core";
import { restoredPem } from "./pem-forms.ts";

/** Where a key reference leads to. */
export interface KeyPlaces {
  /** Folder that paths are relative to. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Of the schemes of cosign's `--key`: key services, those that `openKeyService` knows first. */
const USED: readonly string[] = ["hashivault", "openbao", "awskms", "gcpkms", "azurekms"];
const UNUSED: readonly string[] = ["k8s", "pkcs11", "github", "gitlab"];
const MAX_KEY_BYTES = 1024 * 1024;
/** A key in Base64 or hex, given where its place is asked for. */
const MAY_BE_KEY = /^[\w+/=\s-]{40,}$/;

/**
 * The text behind a key reference: `env://NAME`, PEM text itself, or a path relative to the root.
 *
 * @throws UsageError when there is nothing, or the scheme is not supported.
 */
export async function readKeyText(
  places: KeyPlaces,
  reference: string,
  input: string,
): Promise<{ readonly text: string; readonly source: string }> {
  if (reference.includes("-----BEGIN ")) return { text: reference, source: `\`${input}\`` };
  if (reference.startsWith("env://")) {
    const name = reference.slice("env://".length);
    const text = places.environment[name];
    if (text === undefined || text === "") {
      throw new UsageError(`\`${input}\` is ${reference}, and the variable ${name} is not set`, {
        hint: "Pass it to the step with `env:`, from a secret.",
      });
    }
    return { text: restoredPem(text), source: reference };
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(reference)?.[1];
  const service = scheme?.toLowerCase() ?? "";
  if (USED.includes(service) || UNUSED.includes(service)) {
    throw new UsageError(`\`${input}\` is a key in a key service (${scheme}://)`, {
      hint: USED.includes(service)
        ? `Here a public key is read, offline: write it to a file with \`assay key public ${reference.slice(0, 200)} > cosign.pub\`.`
        : `Of key services ${USED.map((name) => `${name}://`).join(", ")} are used here. Sign keyless or with a key file, or let cosign sign (\`cosign sign-blob --key ...\`): its bundles are verified here with the public key, as \`cosign public-key --key ...\` prints it.`,
    });
  }
  if (scheme !== undefined) {
    throw new UsageError(`\`${input}\` has the scheme ${scheme}://, which is not supported`, {
      hint: "Give a path, `env://NAME`, or the PEM text itself.",
    });
  }
  const path = resolve(places.root, reference);
  const shown = MAY_BE_KEY.test(reference) ? "(not shown, for it may be a key itself)" : reference;
  const status = await stat(path).catch(() => undefined);
  if (status === undefined || !status.isFile()) {
    const found = status === undefined ? "no such file exists" : "that is no regular file";
    throw new UsageError(`\`${input}\` is ${shown}, and ${found}`, {
      hint: "Give the path of a key file, relative to the working directory, or `env://NAME`.",
    });
  }
  if (status.size > MAX_KEY_BYTES) {
    throw new UsageError(
      `${reference} has ${status.size} bytes; a key has at most ${MAX_KEY_BYTES}`,
    );
  }
  return { text: await readFile(path, "utf8"), source: reference };
}
