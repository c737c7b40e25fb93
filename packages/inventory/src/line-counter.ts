/** The 1-based line of each place in a text, asked for in rising order. One pass, in one long line too. */
export function lineCounter(text: string): (at: number) => number {
  let line = 1;
  // Kept between calls: in a long line it is looked for once.
  let next = text.indexOf("\n");
  return (at) => {
    for (; next >= 0 && next < at; next = text.indexOf("\n", next + 1)) line++;
    return line;
  };
}
