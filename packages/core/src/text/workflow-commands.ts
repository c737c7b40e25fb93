/**
 * Text in which GitHub's runner finds no order: it obeys `::command::` at the start of a line and `##[command]` anywhere. A
 * mark of no width parts them.
 */
export function escapeWorkflowCommands(text: string): string {
  return text.replace(/^(\s*)::/gm, "$1\u200b::").replaceAll("##[", "##\u200b[");
}
