import {describe, expect, it} from "vitest";
import {addressOfLicence} from "../../loaders/graphics/licence.js";

describe("addressOfLicence(licence)", () => {
  it.each([
    ["CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"],
    ["CC-BY-NC-SA-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"],
    ["CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
    ["MIT", "https://spdx.org/licenses/MIT.html"],
    ["ODbL-1.0", "https://spdx.org/licenses/ODbL-1.0.html"],
    ["https://example.org/terms", "https://example.org/terms"],
    ["not stated", null],
    ["All rights reserved", null],
    ["proprietary", null],
  ])("%s is at %s", (licence, address) => {
    expect(addressOfLicence(licence)).toBe(address);
  });
});
