import {readFileSync} from "node:fs";

process.stdout.write(readFileSync(`.waybill/data/${process.argv[2].replace("--table=", "")}.csv`));
