import { start } from "./dashboard.js";
import { build } from "./dom.js";

start({
  self: "the platform",
  Self: "The platform",
  parent: "the parent platform",
  noLinkStored: "this is the top of the chain: nothing is to be sent",
  noLinkAdvice: "none is needed; with --parent it would send readings on",
  empty: () => build("section", { class: "panel empty" },
    build("h2", {}, "No gateway has sent anything yet"),
    build("ol", {},
      build("li", {}, "Register the gateway here: ", build("code", {}, "./waternode platform child add NAME"), " prints its token once."),
      build("li", {}, "Start the gateway with it: ", build("code", {}, `./waternode gateway --uplink ${location.origin} --token TOKEN`)),
      build("li", {}, "Its stations appear here by themselves with their first readings."))),
}, "table");
