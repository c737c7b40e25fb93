/** Who signs what: each client by its own command line, over the same services. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { peer } from "../../peers.ts";
import {
  assay,
  config,
  cosign,
  emailToken,
  must,
  root,
  run,
  stack,
  WORKFLOW,
  write,
} from "../session.ts";
import {
  bundleFileOf,
  fileOf,
  type Log,
  type Made,
  made,
  type Product,
  type Signer,
} from "./made.ts";

type Maker = (stem: string, product: Product, signer: Signer, log: Log) => Promise<Made>;

const CONFIGS: Readonly<Record<Log, Readonly<Record<Signer, string>>>> = {
  "Rekor v2": { identity: "signing", key: "log-tsa" },
  "Rekor v1": { identity: "signing-v1", key: "log-tsa-v1" },
  "no log": { identity: "nothing", key: "nothing" },
};

/** Signs with sigstore-python's library: its command line offers provenance alone. */
const PYTHON_DSSE = `
import sys
from pathlib import Path
from sigstore.dsse import Statement
from sigstore.models import ClientTrustConfig
from sigstore.oidc import IdentityToken
from sigstore.sign import SigningContext
config, token, statement, bundle = sys.argv[1:]
context = SigningContext.from_trust_config(ClientTrustConfig.from_json(Path(config).read_text()))
with context.signer(IdentityToken(token)) as signer:
    made = signer.sign_dsse(Statement(Path(statement).read_bytes()))
Path(bundle).write_text(made.to_json())
`;

export const trustConfig = (log: Log): string[] => [
  "--trust-config",
  join(stack.folder, `trust_config${log === "Rekor v1" ? "-v1" : ""}.json`),
];

export const MAKERS: Readonly<
  Record<string, { readonly make: Maker; readonly signers: readonly Signer[] }>
> = {
  assay: { make: ours, signers: ["identity", "key"] },
  "assay sign-bundle": { make: protocol("assay"), signers: ["identity"] },
  cosign: { make: cosigns, signers: ["identity", "key"] },
  "sigstore-python": { make: pythons, signers: ["identity"] },
  "sigstore-go": { make: protocol("sigstore-go"), signers: ["identity"] },
};

async function ours(stem: string, product: Product, signer: Signer, log: Log): Promise<Made> {
  const { predicateType, document } = product;
  const item = made(stem, product, signer, log);
  const more = [...(signer === "key" ? ["--key", "k.key"] : []), ...config(CONFIGS[log][signer])];
  if (predicateType === undefined) {
    const token = { SIGSTORE_ID_TOKEN: emailToken() };
    must(await assay(["sign", fileOf(item), ...more], token));
    return item;
  }
  if (product.name === "provenance") {
    const environment = {
      GITHUB_ACTIONS: "true",
      GITHUB_SERVER_URL: "https://github.com",
      ACTIONS_ID_TOKEN_REQUEST_URL: stack.tokenRequestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "interop",
    };
    must(
      await assay(["attest", fileOf(item), "--bundle", bundleFileOf(item), ...more], environment),
    );
    return { ...item, identity: WORKFLOW, issuer: "/gh" };
  }
  write(`${stem}.predicate`, JSON.stringify(document));
  const predicate = ["--predicate-type", product.name, "--predicate", `${stem}.predicate`];
  const what = [...predicate, "--bundle", bundleFileOf(item)];
  must(
    await assay(["attest", fileOf(item), ...what, ...more], { SIGSTORE_ID_TOKEN: emailToken() }),
  );
  return item;
}

async function cosigns(stem: string, product: Product, signer: Signer, log: Log): Promise<Made> {
  const item = made(stem, product, signer, log);
  const who = signer === "key" ? ["--key", "k.key"] : ["--identity-token", emailToken()];
  const how = ["--yes", ...who, ...config(CONFIGS[log][signer]), "--bundle", bundleFileOf(item)];
  if (product.predicateType === undefined) {
    must(await cosign(["sign-blob", ...how, fileOf(item)]));
  } else {
    // With a predicate alone it writes statements of version 0.1.
    const statement = ["--statement", writeStatement(item)];
    must(await cosign(["attest-blob", ...how, ...statement, fileOf(item)]));
  }
  return item;
}

async function pythons(stem: string, product: Product, signer: Signer, log: Log): Promise<Made> {
  const item = made(stem, product, signer, log);
  const services = trustConfig(log);
  if (product.predicateType === undefined) {
    const how = ["--identity-token", emailToken(), "--bundle", bundleFileOf(item)];
    must(await run(peer("sigstore-python"), [...services, "sign", ...how, fileOf(item)]));
  } else {
    const [, file = ""] = services;
    const args = [file, emailToken(), writeStatement(item), bundleFileOf(item)];
    must(await run(peer("python-with-jcs"), ["-c", PYTHON_DSSE, ...args]));
  }
  return item;
}

/** The client protocol of sigstore-conformance, which knows identities alone. */
function protocol(client: "assay" | "sigstore-go"): Maker {
  return async (stem, product, signer, log) => {
    const item = made(stem, product, signer, log);
    const isStatement = product.predicateType !== undefined;
    const args = [
      ...["sign-bundle", ...(isStatement ? ["--in-toto"] : [])],
      ...["--identity-token", emailToken(), "--bundle", bundleFileOf(item)],
      ...root(),
      ...config(CONFIGS[log][signer]).slice(0, 2),
      isStatement ? writeStatement(item) : fileOf(item),
    ];
    must(client === "assay" ? await assay(args) : await run(peer("sigstore-go"), args));
    return item;
  };
}

function writeStatement(item: Made): string {
  const name = `${item.stem}.statement`;
  write(name, JSON.stringify(statementOf(item.product, fileOf(item), item.stem)));
  return name;
}

/** The content of each file is its stem. */
export function statementOf(product: Product, name: string, content: string): object {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name, digest: { sha256 } }],
    predicateType: product.predicateType,
    predicate: product.document,
  };
}
