import { catalog } from "@assay/core";

export const sbomRules = catalog([
  {
    id: "sbom.nothing-found",
    title: "No lockfile was read",
    description:
      "An SBOM is made from lockfiles. Without one there is no document, and nothing is known about what the project ships.",
    help: "Commit the lockfile of the package manager , or set `working-directory` to the folder that holds it.",
    severity: "medium",
    tags: ["completeness"],
  },
  {
    id: "sbom.no-components",
    title: "A lockfile without packages",
    description:
      "The lockfile was read and lists nothing but the project itself. That is right for a project without dependencies and a sign of a stale lockfile for any other.",
    help: "Write the lockfile anew with the package manager. If the project has no dependencies, suppress this finding.",
    severity: "low",
    tags: ["completeness"],
  },
  {
    id: "sbom.incomplete",
    title: "An entry that could not be understood",
    description:
      "The document says less than the project needs: an entry of the lockfile is broken, or a dependency that is asked for is not locked. It is of low severity where every package is in the document and only an edge is not known. The document calls these places incomplete.",
    help: "Write the lockfile again with the package manager and commit it.",
    severity: "medium",
    tags: ["completeness"],
  },
  {
    id: "sbom.unread-lockfile",
    title: "A lockfile that this version does not read",
    description:
      "The repository holds packages of an ecosystem whose lockfile this version knows by name only. They are missing from the document.",
    help: "Make the SBOM of that part with another tool, and suppress this finding for the path once that is settled.",
    severity: "medium",
    tags: ["completeness"],
  },
  {
    id: "sbom.no-lockfile",
    title: "A manifest that no lockfile covers",
    description:
      "The manifest asks for packages, and no lockfile says which versions those are. They are missing from the document.",
    help: "Commit a lockfile for it, make it a member of a workspace that has one, or suppress this finding for the path.",
    severity: "medium",
    tags: ["completeness"],
  },
  {
    id: "sbom.broken-lockfile",
    title: "A lockfile that can't be read",
    description:
      "The file has a lockfile's name and no readable content: it is cut off, has merge-conflict markers, is too large or of an unknown version. Its packages are missing from the document.",
    help: "Write the lockfile anew with the package manager and commit it.",
    severity: "high",
    tags: ["completeness"],
  },
]);
