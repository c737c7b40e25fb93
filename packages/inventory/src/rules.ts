import { catalog } from "@assay/core";

const ACCEPT = "Every finding shows the entry of the config file that accepts it, and only it.";

/** What can be said of the inventory itself. Commands that stand on it report these beside their own. */
export const INVENTORY_RULES = catalog([
  {
    id: "inventory.nothing-found",
    title: "No packages were found",
    description:
      "There is no lockfile and no manifest that this version knows, so nothing is known of what the project is made of.",
    help: `Set \`working-directory\` to the folder that holds the project. If the project has no dependencies, accept the finding. ${ACCEPT}`,
    severity: "high",
    tags: ["completeness"],
  },
  {
    id: "inventory.broken-lockfile",
    title: "A lockfile that can't be read",
    description:
      "The file has a lockfile's name and no readable content: it is cut off, has merge-conflict markers, is too large or of an unknown version. Its packages are in no document and no audit.",
    help: `Write the lockfile again with its package manager and commit it. ${ACCEPT}`,
    severity: "high",
    tags: ["completeness"],
  },
  {
    id: "inventory.not-checked-out",
    title: "A lockfile that is not in the work tree",
    description:
      "Git tracks the lockfile, and a sparse checkout leaves it out, or a pointer of Git LFS stands in its place. Its packages are in no document and no audit.",
    help: `Check the file out with its content. ${ACCEPT}`,
    severity: "high",
    tags: ["completeness"],
  },
  {
    id: "inventory.unreadable-folder",
    title: "A folder that can't be listed",
    description: "Lockfiles in it, if there are any, are not known.",
    help: `Look at the folder's permissions, and whether its name is UTF-8. ${ACCEPT}`,
    severity: "high",
    tags: ["completeness"],
  },
  {
    id: "inventory.stale-lockfile",
    title: "A lockfile that does not fit its manifest",
    description:
      "The manifest asks for other packages than the lockfile says. What is installed next is not what was looked at.",
    help: `Write the lockfile again with its package manager and commit it together with the manifest. ${ACCEPT}`,
    severity: "high",
    tags: ["completeness"],
  },
  {
    id: "inventory.unread-ecosystem",
    title: "Packages that this version does not read",
    description:
      "The repository has packages of an ecosystem, or a lockfile of a package manager, that this version knows by name only. They are in no document and no audit.",
    help: `Look at that part with another tool, and accept the finding once that is settled. ${ACCEPT}`,
    severity: "medium",
    tags: ["completeness"],
  },
  {
    id: "inventory.unlocked-manifest",
    title: "A manifest that no lockfile covers",
    description:
      "The manifest asks for packages, and no lockfile says which versions those are. They are in no document and no audit.",
    help: `Commit a lockfile for it, or make it a member of a workspace that has one. ${ACCEPT}`,
    severity: "medium",
    tags: ["completeness"],
  },
  {
    id: "inventory.incomplete",
    title: "An entry that could not be understood",
    description:
      "An entry of the lockfile is broken, or a dependency that is asked for is not locked. Packages may be missing.",
    help: `Write the lockfile again with its package manager and commit it. ${ACCEPT}`,
    severity: "medium",
    tags: ["completeness"],
  },
  {
    id: "inventory.missing-transitive",
    title: "Transitive packages that no file names",
    description:
      "The file names what the project asks for itself, and what these packages need in turn stands elsewhere. The packages that are named are looked at; those behind them are in no document and no audit.",
    help: `Have the package manager list all packages, and accept the finding once these are looked at too. ${ACCEPT}`,
    severity: "medium",
    tags: ["completeness"],
  },
  {
    id: "inventory.missing-peer",
    title: "Peer dependencies that are not locked",
    description:
      "A package asks for a peer dependency that the lockfile does not have. No package that is installed is missing, only who needs what is not all known.",
    help: `Add the peer dependency, or accept the finding. ${ACCEPT}`,
    severity: "low",
    tags: ["completeness"],
  },
  {
    id: "inventory.orphan",
    title: "A locked package that nothing asks for",
    description:
      "No dependency in the lockfile leads to the package. It is looked at like any other, and it may be left over from before, or put there by hand.",
    help: `Write the lockfile again with its package manager. ${ACCEPT}`,
    severity: "low",
    tags: ["completeness"],
  },
  {
    id: "inventory.missing-integrity",
    title: "Locked packages without a checksum",
    description:
      "The lockfile does not say what the package's file must be, so another file under the same version would be installed without notice.",
    help: `Write the lockfile again with a package manager that records checksums. ${ACCEPT}`,
    severity: "low",
    tags: ["integrity"],
  },
  {
    id: "inventory.no-components",
    title: "A lockfile without packages",
    description:
      "The lockfile was read and lists nothing but the project itself. That is right for a project without dependencies and a sign of a stale lockfile for any other.",
    help: `Nothing has to be done if the project has no dependencies. ${ACCEPT}`,
    severity: "low",
    tags: ["completeness"],
  },
]);
