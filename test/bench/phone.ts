import type {Browser, CDPSession, Page} from "playwright-core";

/** A phone of the middle class beside this machine, and its network. */
export const phone = {
  rate: 4,
  network: {latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000},
};

/** Opens an empty page on the phone profile, with nothing kept from before. */
export async function onPhone(browser: Browser): Promise<{page: Page; client: CDPSession}> {
  const page = await (await browser.newContext({viewport: {width: 360, height: 800}})).newPage();
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", {rate: phone.rate});
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", {offline: false, ...phone.network});
  return {page, client};
}
