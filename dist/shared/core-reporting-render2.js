import { t as render } from "./core-reporting-render.js";

export { render };