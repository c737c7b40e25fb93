/** Assay's own version; a test holds it equal to the one in `package.json`. */
export const VERSION = "0.1.0";

/** Where the project lives: releases, documentation, reports of defects. */
export const PROJECT_URL = "https://github.com/assay-ci/assay";
