import { PROJECT_URL } from "../platform/version.ts";

/** The page of the reference that describes a rule. */
export function rulePage(id: string): string {
  return `${PROJECT_URL}/blob/main/docs/reference/rules.md#${headingAnchor(id)}`;
}

/** The anchor that GitHub gives a heading. */
export function headingAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, "")
    .replaceAll(" ", "-");
}
