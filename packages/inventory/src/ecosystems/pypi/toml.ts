export {
  parseToml,
  type Table,
  tableLines,
  tableOf,
  tablesOf,
  textOf,
  textsOf,
} from "../../toml.ts";
