import { UsageError } from "@assay/core";

/** A key in a service, by cosign's reference. */
export type KeyReference =
  | { readonly service: "vault" | "openbao"; readonly key: string }
  | { readonly service: "aws"; readonly endpoint: string | undefined; readonly key: string }
  | { readonly service: "gcp"; readonly key: string; readonly version: string | undefined }
  | {
      readonly service: "azure";
      readonly vault: string;
      readonly key: string;
      readonly version: string | undefined;
    };

const ARN = /arn:aws(?:-us-gov|-cn)?:kms:[a-z0-9-]+:\d{12}:(?:key\/(?:mrk-)?[\w-]+|alias\/[\w/-]+)/
  .source;
const FORMS: readonly (readonly [
  scheme: string,
  example: string,
  form: RegExp,
  read: (parts: readonly (string | undefined)[]) => KeyReference,
])[] = [
  [
    "hashivault",
    "hashivault://NAME",
    /^\w(?:[\w.-]*\w)?$/,
    ([key = ""]) => ({ service: "vault", key }),
  ],
  [
    "openbao",
    "openbao://NAME",
    /^\w(?:[\w.-]*\w)?$/,
    ([key = ""]) => ({ service: "openbao", key }),
  ],
  [
    "awskms",
    "awskms:///alias/NAME, awskms:///KEY-ID, awskms:///ARN or awskms://ENDPOINT/KEY",
    new RegExp(`^([^/]*)/((?:mrk-)?[\\w-]+|alias/[\\w/-]+|${ARN})$`),
    ([, endpoint, key = ""]) => ({ service: "aws", endpoint: endpoint || undefined, key }),
  ],
  [
    "gcpkms",
    "gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K, with /cryptoKeyVersions/V or without",
    /^(projects\/[\w:.-]+\/locations\/[\w-]+\/keyRings\/[\w-]+\/cryptoKeys\/[\w-]+)(?:\/(?:cryptoKeyVersions|versions)\/(\d+))?$/,
    ([, key = "", version]) => ({ service: "gcp", key, version }),
  ],
  [
    "azurekms",
    "azurekms://VAULT-HOST/NAME, with /VERSION or without",
    /^([a-z0-9.-]+(?::\d+)?)\/([\w-]+)(?:\/([a-z0-9]+))?$/i,
    ([, vault = "", key = "", version]) => ({ service: "azure", vault, key, version }),
  ],
];

/**
 * Reads a reference to a key in a service; `undefined` where it is none.
 *
 * @throws UsageError where its scheme is a service's and the rest is no key of it.
 */
export function keyReference(reference: string): KeyReference | undefined {
  const [, scheme = "", rest = ""] = /^([a-z]+):\/\/(.*)$/s.exec(reference) ?? [];
  const found = FORMS.find(([name]) => name === scheme);
  if (found === undefined) return undefined;
  const [, example, form, read] = found;
  const parts = form.exec(rest);
  if (parts !== null) return read([...parts]);
  throw new UsageError(`${reference.slice(0, 200)} names no key of ${scheme}://`, {
    hint: `Allowed is ${example}.`,
  });
}
