/** What a document says, for a message: no more of it than people read. */
export function quote(value: unknown): string {
  return JSON.stringify(String(value).slice(0, 200));
}
