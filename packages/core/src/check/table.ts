/** Something that every report of a check shows besides its findings, such as the exceptions in force. */
export interface ResultTable {
  /** A noun phrase, such as "Exceptions in force". */
  readonly title: string;
  /** It is what people look for: reports that fold tables show it unfolded. */
  readonly open?: boolean;
  readonly columns: readonly string[];
  /** One text a column, in the order in which they are shown. */
  readonly rows: readonly (readonly string[])[];
}
