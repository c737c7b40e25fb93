import type { AdvisoryData } from "@assay/advisories";
import { ageOf } from "@assay/advisories/sources";
import type { CheckContext, ConfigReader } from "@assay/core";
import { ExternalError, openWorkspace } from "@assay/core";
import {
  absentFiles,
  fileAt,
  filesAt,
  findRepository,
  someFilesAt,
  trackedFiles,
  WHY_ABSENT,
} from "@assay/git";
import type { Base, FileSource } from "@assay/inventory";
import { baseInventory, inventoryOf, workTreeSource } from "@assay/inventory";
import { repositoryApi } from "./api.ts";
import { type PolicyRepository, policyRepository } from "./repository.ts";
import type { PolicySettings } from "./settings.ts";

type PolicyContext = CheckContext & { readonly config?: Pick<ConfigReader, "section"> };

/** What rules read by name: read from the base at once, for a git process each would take longer than all else. */
const READ_TOGETHER =
  /^\.github\/|(?:^|\/)(?:action\.ya?ml|CODEOWNERS|[^/]*Dockerfile[^/]*|Containerfile|\.npmrc|\.yarnrc\.yml|pnpm-workspace\.yaml|package\.json|pyproject\.toml|renovate\.json5?)$|^(?:docs\/)?[^/]*\.(?:md|toml|ya?ml|json)$/i;
/** Without them in the work tree half of the rules would have nothing to do. */
const NEEDED = /^\.github\/|^(?:docs\/)?(?:CODEOWNERS|SECURITY\.\w+)$/i;
const TOGETHER_BYTES = 32 * 1024 * 1024;
const MAX_BYTES = 100 * 1024 * 1024;

/**
 * The work tree, and with it the base where a change is looked at.
 *
 * Files that git does not track count where they lie at the root or in `.github`, for a laptop's new workflow is judged before it is
 * added; elsewhere they are build output or somebody else's.
 */
export async function openPolicyRepository(
  context: PolicyContext,
  settings: PolicySettings,
  base: Base | undefined,
  openAdvisories: () => Promise<AdvisoryData>,
): Promise<PolicyRepository> {
  const { root, processes, environment, signal, clock, remote } = context;
  const workspace = await openWorkspace(root);
  const source = workTreeSource(workspace);
  const git = await findRepository({ root, processes, environment, signal });
  const listed = await source.list();
  const tracked = git === undefined ? undefined : new Set(await trackedFiles(git));
  const absent = git === undefined ? [] : await absentFiles(git);
  const unreadable = absent.flatMap(({ path, kind }) =>
    kind !== "submodule" && NEEDED.test(path) ? [[path, WHY_ABSENT[kind]] as const] : [],
  );
  const belongs = (path: string) =>
    tracked === undefined ||
    tracked.has(path) ||
    path.startsWith(".github/") ||
    !path.includes("/");
  const today = clock.wall();
  const advisories = () => atHand(context, settings.maxAge, openAdvisories);
  const shared = { settings, today, advisories, ...(remote && { remote }) };
  const api = repositoryApi(context);
  return policyRepository(source, {
    ...shared,
    files: listed.filter(belongs),
    unreadable,
    head: workspace.readStart,
    prefix: git?.prefix ?? "",
    inventory: async () => (await inventoryOf(context)).inventory,
    ...(api && { api }),
    ...(base && {
      base: policyRepository(baseSource(base), {
        ...shared,
        files: await filesAt(base.repository, base.commit),
        inventory: () => baseInventory(context, base),
      }),
    }),
  });
}

function baseSource({ repository, commit }: Base): Pick<FileSource, "read"> {
  let together: Promise<ReadonlyMap<string, Uint8Array>> | undefined;
  const readTogether = async () => {
    const paths = (await filesAt(repository, commit)).filter((path) => READ_TOGETHER.test(path));
    return someFilesAt(repository, commit, paths, TOGETHER_BYTES);
  };
  return {
    async read(path, maxBytes = MAX_BYTES) {
      together ??= readTogether();
      return (await together).get(path) ?? fileAt(repository, commit, path, maxBytes);
    },
  };
}

/** That data is missing or too old is no error here: the rule that asks for it is then not evaluated. */
async function atHand(
  { clock, materials }: Pick<CheckContext, "clock" | "materials">,
  maxAge: string,
  open: () => Promise<AdvisoryData>,
): Promise<AdvisoryData | string> {
  return materials.once("policy advisories", async () => {
    try {
      const data = await open();
      const age = ageOf(data.info, clock.wall(), maxAge);
      return age.isStale ? `The advisories for ${age.stale}; \`max-age\` is ${maxAge}.` : data;
    } catch (error) {
      if (!(error instanceof ExternalError)) throw error;
      return `${error.message}. ${error.hint ?? ""}`.trim();
    }
  });
}
