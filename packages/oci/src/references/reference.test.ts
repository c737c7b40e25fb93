import { expect, test } from "vitest";
import { formatReference, parseReference } from "./reference.ts";

const SHA = `sha256:${"0a".repeat(32)}`;
const SHA512 = `sha512:${"0a".repeat(64)}`;

test.each([
  ["alpine", "docker.io/library/alpine:latest"],
  ["localhost", "docker.io/library/localhost:latest"],
  ["team/app:1", "docker.io/team/app:1"],
  ["index.docker.io/alpine", "docker.io/library/alpine:latest"],
  ["docker.io/library/alpine:3.20", "docker.io/library/alpine:3.20"],
  ["localhost/app", "localhost/app:latest"],
  ["localhost:5000/app:1", "localhost:5000/app:1"],
  ["127.0.0.1:5000/a/b/c", "127.0.0.1:5000/a/b/c:latest"],
  ["[::1]:5000/app:v1", "[::1]:5000/app:v1"],
  ["[2001:db8::1]/app", "[2001:db8::1]/app:latest"],
  ["Registry/app", "Registry/app:latest"],
  ["ghcr.io/team/my__app-x.y", "ghcr.io/team/my__app-x.y:latest"],
  [`ghcr.io/team/app@${SHA}`, `ghcr.io/team/app@${SHA}`],
  [`ghcr.io/team/app:1@${SHA}`, `ghcr.io/team/app:1@${SHA}`],
  [`localhost:5000/app@${SHA512}`, `localhost:5000/app@${SHA512}`],
])("%s is %s", (text, whole) => {
  expect(formatReference(parseReference(text))).toBe(whole);
});

test.each([
  ["", "it is empty"],
  ["https://ghcr.io/team/app", "it has no scheme such as `https://`"],
  ["team/app 1", "it holds white space"],
  [
    "team/App",
    `its repository "team/App" has upper-case letters, and only lower-case ones are allowed`,
  ],
  ["team//app", `"" is no part of a repository's name`],
  ["team/a___b", `"a___b" is no part of a repository's name`],
  ["team/../app", `".." is no part of a repository's name`],
  ["app:", `its tag is "", and a tag is 1 to 128`],
  ["app:-x", `its tag is "-x", and a tag is 1 to 128`],
  [`app:${"x".repeat(129)}`, `and a tag is 1 to 128`],
  ["-bad.example/app", `"-bad.example" is no host of a registry`],
  ["registry.example:99999/app", `"registry.example:99999" is no host of a registry`],
  ["user@registry.example/app", "a digest starts with `sha256:` or `sha512:`"],
  [`app@sha256:${"0A".repeat(32)}`, "the hexadecimal digits of a digest are lower-case"],
  ["app@sha256:00", "sha256 has 64 hexadecimal digits; 2 characters were found"],
  [`app@md5:${"0a".repeat(16)}`, "a digest starts with `sha256:` or `sha512:`"],
  [`registry.example/${"a".repeat(250)}`, "registry and repository have more than 255 characters"],
])("%s is no reference", (text, reason) => {
  expect(() => parseReference(text)).toThrow(reason);
  expect(() => parseReference(text)).toThrow(/is no image reference: /);
});
