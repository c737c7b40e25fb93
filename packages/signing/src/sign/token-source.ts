import { resolve } from "node:path";
import type { TokenSource } from "@assay/sigstore/sign";
import type { SignerOptions } from "./options.ts";

/**
 * Where the run's identity token comes from.
 *
 * @param environment Where it is for Fulcio: one that is handed in is then called by its name.
 */
export function tokenSource(
  options: SignerOptions,
  root: string,
  environment?: Readonly<Record<string, string | undefined>>,
): TokenSource {
  const { identityToken: token, identityTokenFile: file, tokenRequestUrl, audience } = options;
  const tokenFile = file === undefined ? undefined : resolve(root, file);
  const source = { token, tokenFile, requestUrl: tokenRequestUrl, audience };
  if (environment === undefined) return source;
  const isVariable = environment["SIGSTORE_ID_TOKEN"] === token;
  return { ...source, name: file ?? (isVariable ? "SIGSTORE_ID_TOKEN" : "`identity-token`") };
}
