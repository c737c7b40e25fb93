/** The licences that are allowed where the user names none: permissive ones and MPL-2.0, which binds single files only. */
export const DEFAULT_ALLOW = [
  "Apache-2.0",
  "MIT",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MPL-2.0",
  "Python-2.0",
  "Unlicense",
] as const;
