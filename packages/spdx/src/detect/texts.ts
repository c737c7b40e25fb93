/**
 * Licence texts by what they begin with: id, length, and the first 12 digits of the SHA-256 of the text as `normalizedText` leaves it.
 * Made from the texts of the SPDX licence list (https://github.com/spdx/license-list-data); a test says how one is added.
 */
export const LICENSE_TEXTS: readonly (readonly [
  start: string,
  ...(readonly [id: string, length: number, digest: string])[],
])[] = [
  [
    "permission is hereby granted free of charge",
    ["MIT", 949, "7d382b2600df"],
    ["MIT-0", 787, "cd65ef48ad8b"],
  ],
  ["apache license version 2 0 january 2004", ["Apache-2.0", 8801, "073b504b760b"]],
  [
    "redistribution and use in source and binary forms",
    ["BSD-2-Clause", 1099, "e2ec971a17ef"],
    ["BSD-3-Clause", 1213, "2bc220d2a13f"],
  ],
  ["permission to use copy modify", ["ISC", 648, "dd4a66a90e3e"], ["0BSD", 559, "bab150310046"]],
  ["mozilla public license version 2 0", ["MPL-2.0", 14314, "92335266e98f"]],
  ["this is free and unencumbered software", ["Unlicense", 1134, "d23224635295"]],
  ["this software is provided as is without", ["Zlib", 784, "1b8c5cd52ece"]],
  ["boost software license version 1 0", ["BSL-1.0", 1230, "826d5b4e2937"]],
  ["blue oak model license", ["BlueOak-1.0.0", 1432, "ea9c210bf345"]],
  ["unicode license v3", ["Unicode-3.0", 1832, "4895d5f42be8"]],
  ["cc0 1 0 universal", ["CC0-1.0", 6664, "a142ae38742c"]],
];
