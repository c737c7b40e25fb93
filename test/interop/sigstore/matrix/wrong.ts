/** What no client may accept of a bundle. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { work, write } from "../session.ts";
import type { Question } from "./judges.ts";
import { bundleFileOf, fileOf, type Made } from "./made.ts";
import { statementOf } from "./makers.ts";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export function rightQuestion(made: Made): Question {
  const { identity, issuer } = made;
  return {
    made,
    bundle: bundleFileOf(made),
    subject: { file: fileOf(made) },
    identity,
    issuer,
    key: "k.pub",
  };
}

/** By name; over the file, and last over another digest. */
export function wrongQuestions(made: Made): readonly (readonly [string, Question])[] {
  const right = rightQuestion(made);
  const other = `${made.stem} tampered`;
  write(`${made.stem}.tampered`, other);
  const tampered = { ...right, subject: { file: `${made.stem}.tampered` } };
  const bundle = JSON.parse(readFileSync(join(work, right.bundle), "utf8"));
  const withBundle = (name: string, changed: unknown): string => {
    write(`${made.stem}.${name}.json`, JSON.stringify(changed));
    return `${made.stem}.${name}.json`;
  };
  const { verificationMaterial, dsseEnvelope, messageSignature } = bundle;
  const swapped = {
    ...bundle,
    ...(dsseEnvelope === undefined
      ? {
          messageSignature: {
            ...messageSignature,
            messageDigest: {
              algorithm: "SHA2_256",
              digest: Buffer.from(sha256(other), "hex").toString("base64"),
            },
          },
        }
      : {
          dsseEnvelope: {
            ...dsseEnvelope,
            payload: Buffer.from(
              JSON.stringify(statementOf(made.product, fileOf(made), other)),
            ).toString("base64"),
          },
        }),
  };
  const stripped = {
    ...bundle,
    verificationMaterial: { ...verificationMaterial, tlogEntries: [] },
  };
  return [
    ["another file", tampered],
    ...(made.signer === "key"
      ? ([["another key", { ...right, key: "other.pub" }]] as const)
      : ([
          ["another identity", { ...right, identity: `x${made.identity}` }],
          ["another issuer", { ...right, issuer: made.issuer === "" ? "/gh" : "" }],
        ] as const)),
    ["what is signed swapped", { ...tampered, bundle: withBundle("swapped", swapped) }],
    ...(made.log === "no log"
      ? []
      : ([
          ["without its log entry", { ...right, bundle: withBundle("stripped", stripped) }],
        ] as const)),
    ["another digest", { ...right, subject: { sha256: sha256(other) } }],
  ];
}
