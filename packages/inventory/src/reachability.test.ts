import { expect, test } from "vitest";
import type { Edge } from "./graph.ts";
import { scopesFrom } from "./reachability.ts";

const edge = (from: string, to: string, kind: Edge["kind"]): Edge => ({ from, to, kind });

test("each scope adds its kind of edge to the stronger ones", () => {
  const scopes = scopesFrom(
    ["root"],
    [
      edge("root", "a", "runtime"),
      edge("a", "p", "peer"),
      edge("root", "o", "optional"),
      edge("o", "behind-o", "runtime"),
      edge("root", "d", "development"),
      edge("d", "behind-d", "optional"),
      edge("root", "t", "test"),
      edge("d", "b", "build"),
      edge("d", "a", "runtime"),
      edge("behind-d", "o", "runtime"),
      edge("island", "other", "runtime"),
    ],
  );
  expect(Object.fromEntries(scopes)).toEqual({
    root: "runtime",
    a: "runtime",
    p: "runtime",
    o: "optional",
    "behind-o": "optional",
    d: "development",
    t: "development",
    b: "development",
    "behind-d": "development",
  });
});
