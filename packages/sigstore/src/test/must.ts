import { test } from "vitest";

/**
 * One MUST of a specification, named after it: that what keeps it is accepted, and that what breaks it is refused.
 *
 * @param name The section, and what it asks for in our own words.
 */
export function must(
  name: string,
  { kept, broken }: Record<"kept" | "broken", () => void | Promise<void>>,
): void {
  test(`${name}: kept`, kept);
  test(`${name}: broken`, broken);
}
