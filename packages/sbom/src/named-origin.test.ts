import { UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { namedOrigin } from "./named-origin.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const CHECKOUT = {
  origin: {
    serverUrl: "https://git.example",
    repository: "acme/app",
    revision: SHA,
    folder: "web",
  },
  folder: "web",
  head: { sha: SHA, committedAt: "2026-01-01T00:00:00Z" },
  absent: [],
  notices: [],
};
const BARE = { ...CHECKOUT, origin: undefined, head: undefined, folder: "" };

test("nothing named: the facts of the checkout", () => {
  const named = { repository: undefined, ref: undefined };
  expect(namedOrigin(CHECKOUT, named)).toEqual({ facts: CHECKOUT, isNamed: false });
});

test.each([
  ["a name is of the known server", CHECKOUT, "o/r", undefined, "https://git.example o/r", SHA],
  [
    "a name is of GitHub where none is known",
    BARE,
    "o/r",
    undefined,
    "https://github.com o/r",
    undefined,
  ],
  [
    "a URL brings its server",
    CHECKOUT,
    "https://h.example/g/s/r.git",
    undefined,
    "https://h.example g/s/r",
    SHA,
  ],
  [
    "a tag goes before the commit",
    CHECKOUT,
    undefined,
    "v1.2.3",
    "https://git.example acme/app",
    "v1.2.3",
  ],
  ["both", BARE, "o/r", "v1", "https://github.com o/r", "v1"],
])("%s", (_, facts, repository, ref, place, revision) => {
  const { origin } = namedOrigin(facts, { repository, ref }).facts;
  expect(`${origin?.serverUrl} ${origin?.repository}`).toBe(place);
  expect(origin?.revision).toBe(revision);
  expect(origin?.folder).toBe(facts.folder);
});

test.each([
  ["app", undefined, "it must be `owner/name` or the URL of a repository"],
  ["o/r r", undefined, "`repository`"],
  ["file:///etc", undefined, "`repository`"],
  [undefined, "a..b", "it must be a commit or tag"],
  [undefined, "-x", "`ref`"],
  [undefined, "a b", "`ref`"],
])("refuses %j and %j", (repository, ref, message) => {
  expect(() => namedOrigin(CHECKOUT, { repository, ref })).toThrow(UsageError);
  expect(() => namedOrigin(CHECKOUT, { repository, ref })).toThrow(message);
});

test("a password in a URL is in no message and no document", () => {
  const named = { repository: "https://user:secret@h.example/o/r", ref: undefined };
  expect(JSON.stringify(namedOrigin(CHECKOUT, named))).not.toContain("secret");
  const wrong = { repository: "https://user:secret@h.example/", ref: undefined };
  expect(() => namedOrigin(CHECKOUT, wrong)).toThrow(/^((?!secret).)*$/s);
});
