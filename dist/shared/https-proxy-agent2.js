import { r as init_dist, t as HttpsProxyAgent } from "./https-proxy-agent.js";

init_dist();
export { HttpsProxyAgent };