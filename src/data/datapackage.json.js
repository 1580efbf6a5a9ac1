import {readFileSync} from "node:fs";

process.stdout.write(readFileSync(".waybill/data/datapackage.json"));
