export{t as HttpsProxyAgent}from"./npm-https-proxy-agent.js";
