/** The keys and certificates of the stack, made with OpenSSL: nothing of ours is in them. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function makeKeys(folder: string): void {
  const openssl = (...args: readonly string[]): void => {
    execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  };
  const ecKey = (name: string, curve: string): void =>
    openssl("ecparam", "-name", curve, "-genkey", "-noout", "-out", name);

  ecKey("ct.key", "prime256v1");
  openssl("pkey", "-in", "ct.key", "-pubout", "-out", "ct.pub");
  openssl("genpkey", "-algorithm", "ed25519", "-out", "rekor.key");
  openssl("pkey", "-in", "rekor.key", "-pubout", "-out", "rekor.pub");

  const ca = [
    "-addext",
    "basicConstraints=critical,CA:TRUE,pathlen:1",
    "-addext",
    "keyUsage=critical,keyCertSign,cRLSign",
  ];
  const request = ["req", "-x509", "-new", "-sha384", "-days", "3650"];
  ecKey("root.plain.key", "secp384r1");
  openssl(
    ...request,
    "-key",
    "root.plain.key",
    "-subj",
    "/O=interop/CN=interop-fulcio",
    ...ca,
    "-out",
    "root.pem",
  );
  encrypt(openssl, "root.plain.key", "root.key");

  ecKey("tsa-root.key", "secp384r1");
  openssl(
    ...request,
    "-key",
    "tsa-root.key",
    "-subj",
    "/O=interop/CN=interop-tsa",
    ...ca,
    "-out",
    "tsa-root.pem",
  );
  ecKey("tsa.plain.key", "prime256v1");
  encrypt(openssl, "tsa.plain.key", "tsa.key");
  openssl(
    "req",
    "-new",
    "-key",
    "tsa.plain.key",
    "-subj",
    "/O=interop/CN=interop-tsa-leaf",
    "-out",
    "tsa.csr",
  );
  writeFileSync(
    join(folder, "tsa.ext"),
    [
      "basicConstraints=critical,CA:FALSE",
      "keyUsage=critical,digitalSignature",
      "extendedKeyUsage=critical,timeStamping",
      "subjectKeyIdentifier=hash",
      "authorityKeyIdentifier=keyid",
    ].join("\n"),
  );
  openssl(
    ...[
      "x509",
      "-req",
      "-in",
      "tsa.csr",
      "-CA",
      "tsa-root.pem",
      "-CAkey",
      "tsa-root.key",
      "-sha384",
    ],
    ...["-CAcreateserial", "-days", "1000", "-extfile", "tsa.ext", "-out", "tsa-leaf.pem"],
  );
  const chain = ["tsa-leaf.pem", "tsa-root.pem"].map((name) =>
    readFileSync(join(folder, name), "utf8"),
  );
  writeFileSync(join(folder, "tsa.pem"), chain.join(""));
}

/** Both services open their keys with a password; they take the traditional PKCS#8 form. */
function encrypt(openssl: (...args: readonly string[]) => void, from: string, to: string): void {
  openssl("pkcs8", "-topk8", "-nocrypt", "-in", from, "-out", to);
}
