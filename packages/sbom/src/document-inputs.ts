/** The document that a command reads. */
export const DOCUMENT_FILE = {
  type: "path",
  outside: true,
  required: true,
  description: "The document, relative to `working-directory`.",
} as const;

/** Where a command writes the documents that it makes of others. */
export const DOCUMENT_OUTPUT = {
  type: "path",
  outside: true,
  description:
    "The file (for one format) or the folder that documents are written to, relative to the folder that the run starts in; in the CLI `-` is the standard output.",
} as const;
