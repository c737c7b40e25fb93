/** With a key whose certificate is by a CA of one's own, in a trusted root of one's own: nothing of Fulcio or a certificate log. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { peer } from "../peers.ts";
import type { InteropCase } from "../suite.ts";
import { checkPrinted } from "./printed-cases.ts";
import { assay, cosign, must, mustNot, stack, work, write } from "./session.ts";

const SUBJECT = "https://acme.test/release";
const ROOT = ["--trusted-root", "own-root.json"];

function makeCertificate(): void {
  const at = (name: string): string => join(work, name);
  const openssl = (...args: readonly string[]): void => {
    execFileSync("openssl", args, { cwd: work, stdio: "pipe" });
  };
  for (const name of ["own-ca.key", "own.key"]) {
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", name);
  }
  openssl(
    ...["req", "-x509", "-new", "-key", "own-ca.key", "-days", "30", "-subj", "/O=acme/CN=own"],
    ...["-addext", "basicConstraints=critical,CA:TRUE,pathlen:1"],
    ...["-addext", "keyUsage=critical,keyCertSign,cRLSign", "-out", "own-ca.pem"],
  );
  openssl("req", "-new", "-key", "own.key", "-subj", "/O=acme", "-out", "own.csr");
  writeFileSync(
    at("own.ext"),
    `keyUsage=critical,digitalSignature
extendedKeyUsage=codeSigning
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
subjectAltName=URI:${SUBJECT}
`,
  );
  openssl(
    ...["x509", "-req", "-in", "own.csr", "-CA", "own-ca.pem", "-CAkey", "own-ca.key"],
    ...["-CAcreateserial", "-days", "10", "-extfile", "own.ext", "-out", "own.pem"],
  );
  const since = "start-time=2025-01-01T00:00:00Z";
  const stacked = (name: string): string => join(stack.folder, name);
  const log = `--rekor=url=http://rekor-local,public-key=${stacked("rekor.pub")},${since},origin=rekor-local`;
  for (const [name, logs] of [
    ["own-root.json", [log]],
    ["own-tsa-root.json", []],
  ] as const) {
    execFileSync(
      peer("cosign"),
      [
        ...["trusted-root", "create", ...logs],
        `--fulcio=url=https://ca.acme.test,certificate-chain=own-ca.pem,${since}`,
        `--tsa=url=${stack.urls.tsa},certificate-chain=${stacked("tsa.pem")}`,
        `--out=${name}`,
      ],
      { cwd: work, stdio: "pipe" },
    );
  }
}

export const certificateCases: readonly InteropCase[] = [
  {
    name: "cosign verifies what we sign with a key and its own certificate, and refuses another identity and file",
    async run() {
      makeCertificate();
      write("own.txt", "own");
      const services = ["--rekor-url", stack.urls.rekor, "--rekor-version", "2"];
      const signer = ["--key", "own.key", "--certificate", "own.pem", "--tsa-url", stack.urls.tsa];
      must(await assay(["sign", "own.txt", ...signer, ...services, ...ROOT]));
      const bundle = ["--bundle", "own.txt.sigstore.json", ...ROOT];
      const cosignAs = (subject: string): Promise<Parameters<typeof must>[0]> =>
        cosign([
          ...["verify-blob", ...bundle, "--certificate-identity", subject],
          ...["--certificate-oidc-issuer-regexp=.*", "--insecure-ignore-sct", "own.txt"],
        ]);
      must(await cosignAs(SUBJECT));
      mustNot(await cosignAs("https://acme.test/other"));
      const ours = (issuer: string): Promise<Parameters<typeof must>[0]> =>
        assay([
          ...["verify", "own.txt", ...ROOT, "--certificate-identity", SUBJECT],
          ...["--certificate-oidc-issuer", issuer],
        ]);
      must(await ours("none"));
      mustNot(await ours(stack.issuer.url));
      write("own.txt", "tampered");
      mustNot(await cosignAs(SUBJECT));
      mustNot(await ours("none"));
    },
  },
  {
    name: "the printed commands verify what a key with its own certificate signed, with a log and with timestamps alone",
    async run() {
      const signer = ["--key", "own.key", "--certificate", "own.pem", "--tsa-url", stack.urls.tsa];
      const log = ["--rekor-url", stack.urls.rekor, "--rekor-version", "2"];
      await checkPrinted("own-log.txt", [...signer, ...log, ...ROOT]);
      write("own-predicate.json", '{"own":true}');
      const what = ["--predicate-type", "https://acme.test/own", "--predicate"];
      const attest = [...signer, ...log, ...ROOT, ...what, "own-predicate.json"];
      await checkPrinted("own-attested.txt", attest, {}, "attest");
      await checkPrinted("own-tsa.txt", [...signer, "--trusted-root", "own-tsa-root.json"]);
    },
  },
];
