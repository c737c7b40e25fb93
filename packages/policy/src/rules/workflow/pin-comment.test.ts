import { expect, test } from "vitest";
import { PIN, said, steps } from "../../test/workflows.ts";
import { pinComment } from "./pin-comment.ts";

test.each(["v6.0.2", "6.0.2", "pin v6", "tag=v1.2.3, see the notes", "v6 zizmor: ignore[x]"])(
  "a version in the comment `# %s` is fine",
  async (comment) => {
    expect(await said(pinComment, steps(`- uses: ${PIN} # ${comment}`))).toEqual([]);
  },
);

test("a tag needs no comment", async () => {
  expect(await said(pinComment, steps("- uses: a/b@v1"))).toEqual([]);
});

test.each(["", " # main", " # the newest"])(
  "a pin followed by %j has no version",
  async (comment) => {
    expect(await said(pinComment, steps(`- uses: ${PIN}${comment}`))).toEqual([
      "6:15 The pin of `actions/checkout` has no version behind it.",
    ]);
  },
);
