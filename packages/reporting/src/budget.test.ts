import { describe, expect, it } from "vitest";
import { fit, inBytes, inUnits } from "./budget.ts";

const more = (leftOut: number) => `+${leftOut}`;

describe("fit", () => {
  it("keeps all at exactly the room, and says what it drops at one less", () => {
    expect(fit(["aaa", "bbb", "ccc"], 9, inUnits, more)).toEqual({ text: "aaabbbccc", room: 0 });
    expect(fit(["aaa", "bbb", "ccc"], 8, inUnits, more)).toEqual({ text: "aaabbb+1", room: 0 });
    expect(fit(["aaa", "bbb", "ccc"], 7, inUnits, more)).toEqual({ text: "aaa+2", room: 2 });
  });

  it("counts bytes where bytes are counted", () => {
    expect(fit(["日本", "日本"], 12, inBytes, more).text).toBe("日本日本");
    expect(fit(["日本", "日本"], 11, inBytes, more).text).toBe("日本+1");
  });

  it("says nothing where not even the note fits", () => {
    expect(fit(["aaa", "bbb"], 1, inUnits, more)).toEqual({ text: "", room: 1 });
    expect(fit(["aaa"], -5, inUnits, more).text).toBe("");
  });
});
