import { randomBytes } from "node:crypto";
import { lstat, rename, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ExternalError, suggestion, UsageError } from "@assay/core";
import { generateKeyPair, KEY_KINDS } from "@assay/sigstore/key-pairs";
import type { Terminal } from "../terminal.ts";
import { factsOf } from "./inspect.ts";

export interface GenerateOptions {
  /** One of `KEY_KINDS`; the first where it is not given. */
  readonly kind: string | undefined;
  readonly prefix: string | undefined;
  readonly force: boolean;
  readonly password: string | undefined;
}

/** `assay key generate`. @returns What to print. */
export async function generateKey(
  { cwd, program }: Pick<Terminal, "cwd" | "program">,
  { kind = KEY_KINDS[0] ?? "", prefix = "cosign", force, password }: GenerateOptions,
): Promise<readonly string[]> {
  if (!KEY_KINDS.includes(kind)) {
    throw new UsageError(`\`--type\` is "${kind.slice(0, 100)}"${suggestion(kind, KEY_KINDS)}`, {
      hint: `Allowed are ${KEY_KINDS.join(", ")}.`,
    });
  }
  if (password === undefined) {
    throw new UsageError("No password is given for the new key", {
      hint: "Set COSIGN_PASSWORD, or name a variable: `--password env://NAME`. A variable set to nothing leaves the key open to whoever reads the file.",
    });
  }
  const names = [`${prefix}.key`, `${prefix}.pub`] as const;
  const [keyPath, publicPath] = names.map((name) => resolve(cwd, name)) as [string, string];
  for (const name of force ? [] : names) {
    // A link is something too, wherever it leads.
    if ((await lstat(resolve(cwd, name)).catch(() => undefined)) === undefined) continue;
    throw new UsageError(`${name} exists, and a lost key can't be made again`, {
      hint: "Choose another name with `--output-key-prefix`, or overwrite it with `--force`.",
    });
  }
  const { publicKey, privatePem, publicPem } = await generateKeyPair(kind, password);
  await write(keyPath, privatePem, 0o600, force);
  await write(publicPath, publicPem, 0o644, force);
  const [key, publicName] = names;
  return [
    `Wrote ${key} (private, encrypted, mode 0600) and ${publicName}.`,
    "",
    ...factsOf(publicKey),
    "",
    ...(password === "" ? ["The password is empty: whoever reads the file can sign.", ""] : []),
    "Next:",
    `  Keep ${key} and its password as secrets (\`gh secret set SIGNING_KEY < ${key}\`), and never commit it.`,
    `  Commit or publish ${publicName}: others verify with it.`,
    `  ${program} sign FILE --key ${key}`,
    `  ${program} verify FILE --key ${publicName}`,
  ];
}

/** Never through a link, never half: what is overwritten is replaced by a file that is whole. */
async function write(path: string, text: string, mode: number, replace: boolean): Promise<void> {
  const place = replace ? `${path}.${randomBytes(6).toString("hex")}` : path;
  try {
    await writeFile(place, text, { flag: "wx", mode });
    if (replace) await rename(place, path);
  } catch (cause) {
    throw new ExternalError(`${path} could not be written`, {
      hint: "Check that its folder exists, and that it may be written.",
      cause,
    });
  }
}
