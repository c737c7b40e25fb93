import type { Ecosystem } from "../ecosystem.ts";

/** Packages of R, as renv locks them. */
export const cran: Ecosystem = {
  id: "cran",
  title: "renv",
  formats: [
    {
      id: "renv",
      title: "renv",
      files: ["renv.lock"],
      rewrite: 'Rscript -e "renv::snapshot()"',
      load: async () => (await import("./read.ts")).readRenvLock,
    },
  ],
  manifests: [
    {
      files: ["DESCRIPTION"],
      asks: async (text) => (await import("./description.ts")).descriptionAsks(text),
      lockAdvice: 'Commit its `renv.lock` (`Rscript -e "renv::init()"` writes one).',
    },
  ],
  installAdvice: 'Run `Rscript -e "renv::restore()"`',
  noLicensesAdvice: (format) =>
    format === "renv"
      ? "Lockfiles of renv before 1.1 have no licences: a newer renv writes them."
      : undefined,
};
