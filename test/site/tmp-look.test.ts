import { describe, it } from "vitest";
import { openSite } from "./support/open-site.ts";

describe("look", () => {
  it("cls", async () => {
    const site = await openSite();
    for (const [w, h] of [
      [360, 740],
      [768, 1024],
      [1280, 900],
      [1920, 1080],
    ] as const) {
      const page = await site.window({ viewport: { width: w, height: h } });
      await page.addInitScript(
        `window.__cls=[];new PerformanceObserver(l=>{for(const e of l.getEntries())if(!e.hadRecentInput)window.__cls.push([e.startTime|0,e.value.toFixed(4),e.sources.slice(0,4).map(s=>(s.node?.className||s.node?.nodeName||"?")+" "+(s.node?.id||"")+" "+JSON.stringify([s.previousRect.y|0,s.currentRect.y|0,s.previousRect.height|0,s.currentRect.height|0])).join(" ; ")])}).observe({type:"layout-shift",buffered:true});`,
      );
      await page.goto(site.origin + "/");
      await page.waitForTimeout(7000);
      const all = (await page.evaluate("window.__cls")) as any[];
      console.log(w, all.reduce((s, e) => s + Number(e[1]), 0).toFixed(3));
      for (const e of all) console.log("   ", e.join(" | ").slice(0, 600));
    }
    await site.close();
  }, 120000);
});
