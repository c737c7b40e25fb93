import { expect, test } from "vitest";
import { documentWith, packageOf } from "../test/model.ts";
import { writeDocuments } from "../writers.ts";
import { inKnownWords } from "./vocabulary.ts";

const HEX = "0".repeat(64);

const OF_OTHERS = documentWith({
  components: [
    packageOf({
      name: "a",
      type: "INSTALL",
      hashes: [
        { algorithm: "SHA-224", value: "0".repeat(56) },
        { algorithm: "Streebog-256", value: HEX },
        { algorithm: "SHA-256", value: HEX },
      ],
      references: [
        {
          type: "patent",
          url: "https://example.test",
          hashes: [{ algorithm: "ADLER32", value: "00000001" }],
        },
      ],
    }),
  ],
});

test("a document of others is written in the words that the version has", async () => {
  const [old, latest] = [
    await inKnownWords(OF_OTHERS, "1.6"),
    await inKnownWords(OF_OTHERS, "1.7"),
  ];
  expect(old.components[0]).toMatchObject({
    type: "library",
    hashes: [{ algorithm: "SHA-256", value: HEX }],
    references: [{ type: "other", hashes: [] }],
  });
  expect(latest.components[0]).toMatchObject({
    type: "library",
    hashes: [{ algorithm: "Streebog-256" }, { algorithm: "SHA-256" }],
    references: [{ type: "patent", hashes: [] }],
  });
});

test("a document in common words is the same one", async () => {
  const document = documentWith({ components: [packageOf({ name: "a" })] });
  expect(await inKnownWords(document, "1.6")).toBe(document);
});

test("SPDX knows more algorithms: only CycloneDX loses them", async () => {
  const written = await writeDocuments(OF_OTHERS, ["cyclonedx-1.6", "spdx-2.3"]);
  const [cdx, spdx] = written.map(({ bytes }) => new TextDecoder().decode(bytes));
  expect(cdx).not.toContain("SHA-224");
  expect(spdx).toContain("SHA224");
});
