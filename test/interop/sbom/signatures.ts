import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { peer } from "../peers.ts";

const CLI = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));

const PAIRS = {
  ES256: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  ES384: generateKeyPairSync("ec", { namedCurve: "P-384" }),
  ES512: generateKeyPairSync("ec", { namedCurve: "P-521" }),
  RS256: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  Ed25519: generateKeyPairSync("ed25519"),
};

/** Signs with a key of each kind; what we signed holds for canonical form and cryptography of Python's, and nothing else does. */
export function verifiedInPython(project: string): void {
  for (const [algorithm, { privateKey }] of Object.entries(PAIRS)) {
    const key = join(project, `${algorithm}.pem`);
    writeFileSync(key, privateKey.export({ format: "pem", type: "pkcs8" }));
    const output = join(project, `${algorithm}.cdx.json`);
    const wanted = ["--formats", "cyclonedx-1.7", "--output", output, "--sign-key", key];
    run(process.execPath, [CLI, "sbom", project, "--offline", "--fail-on", "never", ...wanted]);
    assert.equal(run(peer("python-with-jcs"), ["-c", VERIFY, output]).trim(), algorithm);
    const changed = readFileSync(output, "utf8").replace('"version": "', '"version": "9');
    writeFileSync(output, changed);
    const broken = spawnSync(peer("python-with-jcs"), ["-c", VERIFY, output], { encoding: "utf8" });
    assert.match(broken.stderr, /InvalidSignature/);
  }
}

/** JSF 0.82, section 6. */
const VERIFY = `
import base64, json, sys
import rfc8785
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils

def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

def number(text):
    return int.from_bytes(decoded(text), "big")

document = json.load(open(sys.argv[1], encoding="utf-8"))
signature = document["signature"]
algorithm, jwk = signature["algorithm"], signature["publicKey"]
value = decoded(signature.pop("value"))
message = rfc8785.dumps(document)
digest = getattr(hashes, "SHA" + algorithm[2:], None)
if jwk["kty"] == "EC":
    curve = {"P-256": ec.SECP256R1, "P-384": ec.SECP384R1, "P-521": ec.SECP521R1}[jwk["crv"]]()
    key = ec.EllipticCurvePublicNumbers(number(jwk["x"]), number(jwk["y"]), curve).public_key()
    half = len(value) // 2
    pair = utils.encode_dss_signature(*(int.from_bytes(part, "big") for part in (value[:half], value[half:])))
    key.verify(pair, message, ec.ECDSA(digest()))
elif jwk["kty"] == "RSA":
    key = rsa.RSAPublicNumbers(number(jwk["e"]), number(jwk["n"])).public_key()
    key.verify(value, message, padding.PKCS1v15(), digest())
else:
    ed25519.Ed25519PublicKey.from_public_bytes(decoded(jwk["x"])).verify(value, message)
print(algorithm)
`;

function run(command: string, args: readonly string[]): string {
  const ended = spawnSync(command, args, { encoding: "utf8" });
  if (ended.error !== undefined) throw ended.error;
  assert.equal(ended.status, 0, `${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}
