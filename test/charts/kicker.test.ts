import {describe, expect, it} from "vitest";
import {type ChartSpec, defineChart} from "../../src/waybill/chart/defineChart.js";
import {kickerOf} from "../../src/waybill/chart/words.js";
import {bars} from "../../src/waybill/forms/index.js";

const row = (publisher: string, relays: string | null = null, reports?: string) => ({
  publisher,
  relays,
  ...(reports === undefined ? {} : {reports}),
});

describe("who says so", () => {
  it("is the outlet", () => {
    expect(kickerOf([row("The Gazette")])).toBe("The Gazette reports");
    expect(kickerOf([row("unnamed website")])).toBe("An unnamed website reports");
  });

  it("is whom the outlet passes on, as told by the outlet, through however many hands", () => {
    expect(kickerOf([row("The Gazette", "The Courier")])).toBe("The Courier reports, as told by The Gazette");
    expect(kickerOf([row("The Gazette", "The Ledger > The Courier")])).toBe(
      "The Courier reports, as told by The Gazette",
    );
    expect(kickerOf([row("The Gazette", "The Courier"), row("unnamed website", "The Courier")])).toBe(
      "The Courier reports, as told by The Gazette and an unnamed website",
    );
    expect(kickerOf([row("The Courier"), row("The Ledger", "The Courier")])).toBe(
      "The Courier reports, as told by The Ledger",
    );
    expect(kickerOf([row("The Gazette", "The Courier"), row("The Ledger", "The Herald")])).toBe(
      "The Courier and The Herald report, as told by The Gazette and The Ledger",
    );
  });

  it("is both of two, and of more how many reports they are", () => {
    expect(kickerOf([row("The Gazette"), row("The Ledger")])).toBe("The Gazette and The Ledger report");
    const three = "The Gazette|The Courier\nThe Ledger|The Courier\nThe Herald\nThe Post";
    expect(kickerOf([row("The Gazette", null, three)])).toBe("What four articles say");
    expect(kickerOf([])).toBe("");
  });

  const spec: ChartSpec<never> = {id: "grain", query: "", form: bars, title: "Grain fell by half"};
  const rows = [row("The Gazette")] as never[];

  it("stands before a title that stands alone, and is not in the headline", () => {
    const chart = defineChart(spec);
    expect(chart.kicker(rows)).toBe("The Gazette reports");
    expect(chart.headline(rows)).toBe("Grain fell by half");
    expect(chart.title(rows)).toBe("The Gazette reports: Grain fell by half");
  });

  it("is what the chart says, or nothing", () => {
    expect(defineChart({...spec, kicker: "Leaked files, says Ondal"}).title(rows)).toBe(
      "Leaked files, says Ondal: Grain fell by half",
    );
    expect(defineChart({...spec, kicker: ""}).title(rows)).toBe("Grain fell by half");
  });
});
