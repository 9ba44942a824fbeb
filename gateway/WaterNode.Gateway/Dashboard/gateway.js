import { start } from "./dashboard.js";
import { build } from "./dom.js";

start({
  self: "the gateway",
  Self: "The gateway",
  parent: "the platform",
  noLinkStored: "on this computer only",
  noLinkAdvice: "start the gateway with --uplink to send readings on",
  empty: () => build("section", { class: "panel empty" },
    build("h2", {}, "No station has sent anything yet"),
    build("ol", {},
      build("li", {}, "Switch a station on and give it this gateway's address: the mqtt:// address in the line “ready gateway …” that this program printed when it started."),
      build("li", {}, "The station shows “stored” after its first measurement and appears here by itself within seconds."),
      build("li", {}, "No station at hand? Start a simulated one: ", build("code", {}, "./waternode station --id lk-demo-0001 --gateway mqtt://127.0.0.1:1883"))),
    build("p", { class: "quiet" }, "A station that says it is sending but does not appear: look at the log of this program for refused connections.")),
}, "cards");
