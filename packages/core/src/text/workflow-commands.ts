/** How every runner of this family begins an order: `##[group]`, `##vso[task.setvariable]`, `##teamcity[…]`. */
export const ORDER_MARK = /##(?=[\w.]{0,40}\[)/g;

/**
 * Text in which no CI finds an order: GitHub's runner obeys `::command::` at the start of a line, and the runners of GitHub,
 * Azure Pipelines and TeamCity `##name[…]` anywhere. A mark of no width parts them.
 */
export function escapeWorkflowCommands(text: string): string {
  return text.replace(/^(\s*)::/gm, "$1\u200b::").replace(ORDER_MARK, "##\u200b");
}
