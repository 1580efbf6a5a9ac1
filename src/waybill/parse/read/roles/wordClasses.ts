/*
 * Verbs, nouns and callings by what they make of those beside them. A class is
 * only a hint: what follows from it for whom is learnt.
 */
const verbs = `
sell: sell resell export offload flog auction market vend
supply: supply deliver provide furnish ship dispatch despatch consign distribute equip outfit stock re-export reexport hand
send: send transfer forward divert reroute smuggle traffic funnel move shift truck ferry airlift fly bring
make: make build manufacture produce assemble brew bake grow mine refine process pump catch land harvest print roast mill smelt
give: give donate present gift contribute distribute pledge promise offer
lend: lend loan finance fund back bankroll underwrite guarantee sponsor subsidise subsidize inject invest plough put
pay: pay spend shell fork remit wire repay settle cough contribute disburse
refund: reimburse compensate refund return
buy: buy purchase import acquire procure obtain source snap
get: get receive accept take collect secure gain raise net draw attract pocket
order: order commission book request seek want need tender require reserve choose pick select appoint hire
award: award grant allocate earmark approve assign hand
win: win land clinch bag
sign: sign agree conclude ink strike negotiate initial renew extend
fine: fine penalise penalize sentence order convict jail
sue: sue claim demand accuse charge allege seek
owe: owe default
cost: cost fetch price value
charge: charge bill invoice quote ask bid
lease: lease rent charter hire borrow
carry: carry haul transport route ship handle clear forward load unload transit pass tow
arrive: arrive reach enter dock land come cross leave depart sail go
seize: seize confiscate impound intercept stop detain block hold recover
steal: steal rob loot take strip
own: own hold control possess have keep retain store stockpile
run: run operate serve manage use fly cover staff
employ: employ hire recruit dismiss sack lay retrain train
cut: cut close shut scrap axe shed reduce halve trim slash cancel
grow: rise fall grow climb drop slip increase decline jump soar surge plunge shrink double triple dip ease gain lose
report: report post record book earn turn lose make
expect: expect forecast plan aim hope target intend budget estimate
account: account represent constitute make amount total number come stand
replace: replace modernise modernize upgrade repair refit fit install convert overhaul maintain
say: say tell add confirm announce deny insist argue claim note warn
vote: vote elect back support oppose
`;

const nouns = `
export: export sale shipment delivery supply consignment re-export dispatch
import: import purchase acquisition procurement intake
contract: contract deal agreement order option tender framework package memorandum backlog procurement lot
price: price cost value rate fee charge bill invoice toll rent fare premium tariff
payment: payment instalment deposit advance sum money cheque transfer wire
loan: loan credit facility mortgage bond debt advance overdraft
aid: aid grant donation gift subsidy assistance help support relief fund funding pledge contribution sponsorship bursary scholarship
fine: fine penalty damages compensation settlement award ransom bribe levy
claim: claim lawsuit suit demand
invest: investment stake share capital equity buyout takeover bid offer
dividend: dividend payout buyback
revenue: revenue sale turnover income earnings takings receipt
profit: profit loss margin surplus deficit shortfall
wage: wage salary pay bonus pension
budget: budget spending expenditure outlay
staff: staff worker employee job people workforce crew member welder driver nurse teacher doctor
output: output production capacity yield harvest catch
stock: stock stockpile reserve inventory fleet
price_of: barrel tonne ton bushel
vote: vote seat ballot
part: share half third quarter majority proportion part rest remainder bulk
rise: rise fall increase decrease drop jump gain cut growth decline
`;

const callings = `
maker: maker manufacturer producer builder yard shipyard works plant factory mill brewer brewery foundry refinery refiner smelter grower farmer miner mine farm carmaker chipmaker drugmaker supplier exporter seller vendor winner bidder contractor developer designer laboratory
dealer: dealer trader broker middleman agent intermediary merchant distributor wholesaler reseller trading export import house distributor subsidiary
carrier: carrier airline forwarder shipper haulier railway line lines airways logistics freight port terminal airport border crossing rail courier freighter vessel ship station warehouse
buyer: buyer importer customer client purchaser user retailer chain supermarket operator utility consumer
public: ministry government council county city municipality state agency authority department navy army force police guard service commission parliament court hospital school university board office embassy region district borough province
money: bank lender fund investor insurer creditor foundation donor charity treasury exchange
people: worker staff resident family patient pupil shareholder member driver household villager refugee victim soldier employee nurse player tenant owner
speaker: spokesman spokeswoman minister director chief executive president chairman analyst lawyer official prosecutor judge officer mayor head secretary
place: country town village island capital
`;

function read(table: string): Map<string, number> {
  const classes = new Map<string, number>();
  table
    .trim()
    .split("\n")
    .forEach((line, n) => {
      for (const word of line
        .slice(line.indexOf(":") + 1)
        .trim()
        .split(" "))
        if (!classes.has(word)) classes.set(word, n + 1);
    });
  return classes;
}

export const verbClasses: ReadonlyMap<string, number> = read(verbs);
export const nounClasses: ReadonlyMap<string, number> = read(nouns);
export const callingClasses: ReadonlyMap<string, number> = read(callings);
