import { resolve } from "node:path";
import type { TokenSource } from "@assay/sigstore/sign";
import type { SignerOptions } from "./options.ts";

/** Where the run's identity token comes from. */
export function tokenSource(options: SignerOptions, root: string): TokenSource {
  const { identityToken: token, identityTokenFile: file, tokenRequestUrl, audience } = options;
  const tokenFile = file === undefined ? undefined : resolve(root, file);
  return { token, tokenFile, requestUrl: tokenRequestUrl, audience };
}
