import { expect, test } from "vitest";
import { createMaterials } from "./materials.ts";

test("a material is made once, and every asker gets the same, an error too", async () => {
  const materials = createMaterials();
  let made = 0;
  const make = async () => ({ number: ++made });
  const [first, second] = await Promise.all([materials.once("a", make), materials.once("a", make)]);
  expect(first).toBe(second);
  expect(await materials.once("b", make)).toEqual({ number: 2 });
  const fail = materials.once("c", () => Promise.reject(new Error("no")));
  await expect(fail).rejects.toThrow("no");
  await expect(materials.once("c", make)).rejects.toThrow("no");
});
