import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { generateKeyPair } from "./generate-key.ts";
import { parsePrivateKey } from "./private-key.ts";
import { parsePublicKey, publicKeyPem } from "./public-key.ts";
import { readKeyText } from "./read-key.ts";

const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const plain = pair.privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const encrypted = pair.privateKey
  .export({ format: "pem", type: "pkcs8", cipher: "aes-256-cbc", passphrase: "pw" })
  .toString();
const { privatePem: cosign, publicPem } = await generateKeyPair("p-256", "pw");

const FORMS: readonly (readonly [string, (text: string) => string])[] = [
  ["as it is", (text) => text],
  ["with CR LF", (text) => text.replaceAll("\n", "\r\n")],
  ["with CR alone", (text) => text.replaceAll("\n", "\r")],
  ["with the two characters `\\n`", (text) => text.replaceAll("\n", "\\n")],
  ["with the four characters `\\r\\n`", (text) => text.replaceAll("\n", "\\r\\n")],
  ["on one line with blanks", (text) => text.replaceAll("\n", " ")],
  ["on one line without", (text) => text.replaceAll("\n", "")],
  ["in Base64", btoa],
  ["in Base64 with line breaks", (text) => btoa(text).replace(/(.{76})/g, "$1\n")],
  ["in Base64, of CR LF", (text) => btoa(text.replaceAll("\n", "\r\n"))],
];

describe.each(FORMS)("a variable that holds a key %s", (_form, change) => {
  const read = async (text: string) =>
    (await readKeyText({ root: "/", environment: { KEY: change(text) } }, "env://KEY", "key")).text;
  it("is read", async () => {
    const keys = [plain, encrypted].map(async (text) =>
      publicKeyPem((await parsePrivateKey(await read(text), "pw", "env://KEY")).publicKey),
    );
    const expected = pair.publicKey.export({ format: "pem", type: "spki" });
    expect(await Promise.all(keys)).toEqual([expected, expected]);
    const opened = await parsePrivateKey(await read(cosign), "pw", "env://KEY");
    expect(publicKeyPem(opened.publicKey)).toBe(publicPem);
    expect(publicKeyPem(parsePublicKey(await read(publicPem), "env://KEY"))).toBe(publicPem);
  });
});

it("what is cut, or no key at all, is refused with its cause", async () => {
  const text = async (value: string) =>
    (await readKeyText({ root: "/", environment: { KEY: value } }, "env://KEY", "key")).text;
  for (const [value, message] of [
    [
      plain.slice(0, 100),
      /has the line "-----BEGIN PRIVATE KEY-----" and not the one that ends it/,
    ],
    [btoa(plain).slice(0, 100), /not the one that ends it/],
    ["hunter2", /holds no PEM block/],
  ] as const) {
    await expect(parsePrivateKey(await text(value), "", "env://KEY")).rejects.toThrow(message);
  }
});
