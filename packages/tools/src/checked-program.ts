import { realpath } from "node:fs/promises";
import { checkedFolders, isChecked, UsageError } from "@assay/core";

/**
 * Refuses a program that comes out of the repository that is checked, however it was found: whoever may change the repository
 * could run what they like, with all that this run may do.
 *
 * @param root Absolute path of the checked folder. It may be a part of a checkout: then the whole checkout counts,
 * of a submodule that of its superproject.
 * @throws UsageError when the real path of the program lies inside.
 */
export async function refuseCheckedProgram(
  path: string,
  {
    name,
    root,
    environment,
    pathInput,
  }: {
    readonly name: string;
    readonly root: string;
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly pathInput?: string;
  },
): Promise<void> {
  const [program, checked] = await Promise.all([realpath(path), realpath(root)]);
  if (!isChecked(await checkedFolders(checked, environment), program)) return;
  throw new UsageError(
    `The program ${name} lies in the repository that is checked, and nothing of that is ever run`,
    {
      hint: `Install ${name} outside of the checkout (on a runner: below RUNNER_TEMP or RUNNER_TOOL_CACHE), and put it on PATH${pathInput === undefined ? "" : ` or give ${pathInput}`}.`,
    },
  );
}
