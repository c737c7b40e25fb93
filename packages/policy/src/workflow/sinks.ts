import type { UsesTarget } from "./uses.ts";

/** Inputs that actions run as code, by action: names as a pattern. */
const CODE_INPUTS: readonly (readonly [actions: RegExp, inputs: RegExp])[] = [
  [
    /^(?:actions\/github-script|appleboy\/ssh-action|amadevus\/pwsh-script|jannekem\/run-python-script-action)$/,
    /^script$/,
  ],
  [/^azure\/(?:cli|powershell)$/, /^inlinescript$/],
  [/^(?:mikefarah\/yq|sergeysova\/jq-action|devorbitus\/yq-action-output)$/, /^cmd$/],
  [/^addnab\/docker-run-action$/, /^(?:run|options)$/],
  [/^nick-(?:fields|invision)\/retry$/, /^(?:command|on_retry_command)$/],
  [/^cypress-io\/github-action$/, /^(?:start|build|command)$/],
  [/^cardinalby\/js-eval-action$/, /^expression$/],
  [/^8398a7\/action-slack$/, /^custom_payload$/],
  [/^skitionek\/notify-microsoft-teams$/, /^overwrite$/],
  [/^gautamkrishnar\/blog-post-workflow$/, /^item_exec$/],
  [/^changesets\/action$/, /^(?:publish|version)$/],
  [
    /^(?:tibdex\/backport|imjohnbo\/issue-bot|lucasbento\/auto-close-issues|roots\/issue-closer-action)$/,
    /_template$|^body$|^linked-comments-|-close-message$/,
  ],
];

/** Whether an action runs the text of this input (in lower case) as code, or as a template that is code. */
export function isCodeInput(target: UsesTarget | undefined, input: string): boolean {
  if (target?.kind !== "action") return false;
  const action = target.path === "" ? target.repository : `${target.repository}/${target.path}`;
  return CODE_INPUTS.some(([actions, inputs]) => actions.test(action) && inputs.test(input));
}
