/** Attestations: cosign's `verify-blob-attestation` judges ours, of every kind, keyless and by key. */
import type { InteropCase } from "../suite.ts";
import { DOCUMENTS } from "./documents.ts";
import {
  assay,
  config,
  cosign,
  identity,
  must,
  mustNot,
  type Run,
  root,
  run,
  stack,
  WORKFLOW,
  write,
} from "./session.ts";

const PROVENANCE = "https://slsa.dev/provenance/v1";

function cosignAttestation(
  bundle: string,
  type: string,
  file: string,
  ...who: readonly string[]
): Promise<Run> {
  const what = ["--bundle", bundle, "--type", type, ...root()];
  return cosign(["verify-blob-attestation", ...what, ...who, file]);
}

export const attestCases: readonly InteropCase[] = [
  {
    name: "cosign verifies a verification summary of ours, keyless and by key, and a policy of ours takes it",
    async run() {
      write("vsa.bin", "verified");
      must(await assay(["key", "generate", "--output-key-prefix", "gate"]));
      must(await assay(["sign", "vsa.bin", "--key", "gate.key"]));
      const summary = ["--vsa", "vsa.json", "--vsa-resource", "https://acme.test/vsa.bin"];
      const verify = ["verify", "--key", "gate.pub", ...summary];
      const gate = ["--vsa-key", "gate.key", "--vsa-verifier", "https://acme.test/gate"];
      must(await assay([...verify, ...gate, "vsa.bin"]));
      const type = "https://slsa.dev/verification_summary/v1";
      const args = ["--bundle", "vsa.json", "--type", type, "--key", "gate.pub"];
      must(await cosign(["verify-blob-attestation", ...args, "--insecure-ignore-tlog", "vsa.bin"]));
      mustNot(
        await cosign(["verify-blob-attestation", ...args, "--insecure-ignore-tlog", "p1.bin"]),
      );
      const rule =
        "match: {path: vsa.bin}\n    require:\n      - vsa: {of: [gate], verifier: 'https://acme.test/gate', resource: 'https://acme.test/vsa.bin'}";
      write("gate.yml", `version: 1\nsigners: {gate: {key: gate.pub}}\nrules:\n  - ${rule}\n`);
      must(await run("mv", ["vsa.json", "vsa.bin.vsa.sigstore.json"]));
      must(await assay(["verify", "--policy", "gate.yml", "vsa.bin"]));
      const environment = {
        GITHUB_ACTIONS: "true",
        ACTIONS_ID_TOKEN_REQUEST_URL: stack.tokenRequestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "interop",
      };
      must(
        await assay([...verify, ...config("signing"), "--no-require-log", "vsa.bin"], environment),
      );
      const who = ["--certificate-identity", WORKFLOW];
      const issuer = ["--certificate-oidc-issuer", `${stack.issuer.url}/gh`];
      must(await cosignAttestation("vsa.json", type, "vsa.bin", ...who, ...issuer));
    },
  },
  {
    name: "cosign verifies our provenance of many files as a GitHub workflow, by type, file and identity",
    async run() {
      for (const name of ["p1.bin", "p2.bin", "p3.bin"]) write(name, name);
      const environment = {
        GITHUB_ACTIONS: "true",
        GITHUB_SERVER_URL: "https://github.com",
        ACTIONS_ID_TOKEN_REQUEST_URL: stack.tokenRequestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "interop",
      };
      must(await assay(["attest", "p1.bin", "p2.bin", ...config("signing")], environment));
      const bundle = "provenance.sigstore.json";
      const who = ["--certificate-identity", WORKFLOW];
      const issuer = ["--certificate-oidc-issuer", `${stack.issuer.url}/gh`];
      for (const file of ["p1.bin", "p2.bin"]) {
        must(await cosignAttestation(bundle, PROVENANCE, file, ...who, ...issuer));
        must(await assay(["verify", file, "--bundle", bundle, ...identity(WORKFLOW, "/gh")]));
      }
      mustNot(await cosignAttestation(bundle, PROVENANCE, "p3.bin", ...who, ...issuer));
      mustNot(
        await cosignAttestation(bundle, "https://cyclonedx.org/bom", "p1.bin", ...who, ...issuer),
      );
      const other = ["--certificate-identity", `${WORKFLOW}x`];
      mustNot(await cosignAttestation(bundle, PROVENANCE, "p1.bin", ...other, ...issuer));
    },
  },
  ...DOCUMENTS.map(([kind, type, document]) => ({
    name: `cosign verifies what we attest with a key: ${kind}`,
    async run() {
      write("d.bin", "d");
      write("d.json", JSON.stringify(document));
      const bundle = `d.${kind.replaceAll(/\W/g, "-")}.json`;
      const what = ["--predicate-type", kind, "--predicate", "d.json", "--bundle", bundle];
      must(await assay(["attest", "d.bin", "--key", "k.key", ...what, ...config("log-only")]));
      must(await cosignAttestation(bundle, type, "d.bin", "--key", "k.pub"));
      mustNot(await cosignAttestation(bundle, type, "d.bin", "--key", "other.pub"));
      write("d.bin", "tampered");
      mustNot(await cosignAttestation(bundle, type, "d.bin", "--key", "k.pub"));
    },
  })),
];
