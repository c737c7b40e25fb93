import type { ReaderInput } from "../ecosystems/ecosystem.ts";

/** What a project without a name of its own is called: its folder, or at the root its repository. */
export function projectName({ path, origin }: Pick<ReaderInput, "path" | "origin">): string {
  return path.split("/").at(-2) ?? origin?.repository.split("/").at(-1) ?? "project";
}
