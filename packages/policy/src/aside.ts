const ASIDE =
  /(?:^|[/_.-])(?:devcontainer|docs?|tests?|testdata|e2e|samples?|examples?|templates?|demos?|quickstarts?|bench(?:es|marks?)?|fixtures?|truth|staged|playground|fuzz)(?:[/_-]|$)/i;

/** Whether a folder is of what is shown or tested, not shipped: what is wrong there is a guess. */
export function isAside(folder: string): boolean {
  return ASIDE.test(folder);
}
