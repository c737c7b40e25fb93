/** Files of requirements that are looked at, by their names or paths. */
export const REQUIREMENTS_FILES = [
  /requirements[^/]*\.txt$/,
  /(?:^|\/)requirements\/[^/]+\.txt$/,
] as const;
