//! What each rule for events says of itself, with its examples.

use crate::extract::rule::Card;

const VERB: &str = "events/verb";
const LIGHT: &str = "events/light-verb";
const NOUN: &str = "events/noun";

/// Which rule found an event.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rule {
    Verb,
    Light,
    Noun,
}

impl Rule {
    /// What `--explain` prints.
    pub fn id(self) -> &'static str {
        match self {
            Rule::Verb => VERB,
            Rule::Light => LIGHT,
            Rule::Noun => NOUN,
        }
    }
}

/// What each rule says of itself.
#[cfg_attr(not(test), allow(dead_code))]
pub(super) static CARDS: &[Card] = &[
    Card {
        id: VERB,
        what: "A verb that tells no state is an event; its subject does it, its object is acted on, a passive turned round.",
        fires: &[
            ("The editor was arrested by border guards.", "arrested COERCE: border guards > The editor"),
            ("Norland signed a fishing deal with Sudria in May.", "signed SUPPORT: Norland > Sudria"),
            ("A strong quake killed 112 people in May.", "killed -: A strong quake > 112 people"),
            ("Rebels killed 112 people in May.", "killed ASSAULT: Rebels > 112 people"),
            ("A storm hit the coast. It destroyed a bridge.", "destroyed -: It > a bridge"),
            ("Ana Ruiz cut short a visit to Norland.", "cut short -: Ana Ruiz > a visit"),
            ("Rovers had two players sent off.", "sent off -:  > two players"),
            ("The banker was dismissed for what Ana Ruiz later called “a bad joke”.", "called -: Ana Ruiz > "),
            ("Police arrested 37 of them.", "arrested COERCE: Police > 37 of them"),
            ("Norland rejected a plea by Sudria for water.", "rejected REJECT: Norland > Sudria"),
            ("The state offered a grant of $350,000.", "offered AGREE: The state > a grant of $350,000"),
            ("The guards must be charged by the end of the month.", "charged ACCUSE:  > The guards possible"),
            ("The coach was almost sacked in May.", "sacked SANCTION:  > The coach not"),
            ("Norland accused both firms of attacking the town.", "attacking ASSAULT: both firms > the town possible"),
            ("The rebels beat the army to reach the border.", "reach -: The rebels > the border"),
            ("Students demanded that the mayor resign.", "resign RETREAT: the mayor >  possible"),
            ("Ana Ruiz called it “a theft the town will regret” and promised to sue.", "promised AGREE: Ana Ruiz > "),
            ("Ana Ruiz said the plan was “ready” but warned that others would have to approve it.", "warned -: Ana Ruiz > "),
            ("Tom Hale plans to sack the mayor.", "sack SANCTION: Tom Hale > the mayor future"),
            ("Will Sudria blockade Norland?", "blockade COERCE: Sudria > Norland possible"),
            ("About 90% of bondholders backed the plan.", "backed SUPPORT: About 90% of bondholders > the plan"),
            ("Two men were arrested and charged by police.", "arrested COERCE: police > Two men"),
            ("Sudria rejected Norland’s offer to mediate.", "mediate AGREE: Norland >  future"),
            ("Norland made the decision to sell the mine.", "sell -: Norland > the mine future"),
            ("Thousands of angry clerks protested in Oslo on Sunday, witnesses said.", "protested PROTEST: Thousands of angry clerks > "),
            ("The union in May called on Norland to leave.", "called REQUEST: The union > Norland"),
            ("Norbank stopped selling yachts.", "stopped -: Norbank > "),
            ("The recovery stopped.", "stopped -:  > The recovery"),
            ("The firm will create up to 300 jobs.", "create -: The firm > up to 300 jobs future"),
            ("The firm laid off as many as 300 clerks.", "laid off -: The firm > as many as 300 clerks"),
            ("In May Norland sold the port.", "sold -: Norland > the port"),
            ("14:05 Norland sent two planes.", "sent -: Norland > two planes"),
            ("The two fled in May.", "fled -: The two > "),
            ("Doctors treated the wounded in tents.", "treated -: Doctors > the wounded"),
            ("The couple plan to sue the bank.", "sue ACCUSE: The couple > the bank future"),
            ("They left after the heads of Norland and Sudria quarrelled.", "quarrelled -: the heads of Norland > "),
            ("Norbank said the firm plans to sue.", "sue ACCUSE: the firm >  future"),
            // What stands above says whether it happened.
            ("The mine is going to shut the pit.", "shut -: The mine > the pit future"),
            ("Norbank will shut the mine, shedding 30 jobs.", "shedding -: Norbank > 30 jobs future"),
            ("Norbank shut the mine, shedding 30 jobs.", "shedding -: Norbank > 30 jobs"),
            ("Norbank will shut a mine and cut 30 jobs.", "cut -: Norbank > 30 jobs future"),
            ("Norbank shut a mine and cut 30 jobs.", "cut -: Norbank > 30 jobs"),
            ("The union will vote when the talks end.", "end -:  > the talks future"),
            ("The app will allow users to block calls.", "block REJECT: users > calls future"),
            ("The bank considered selling two mines.", "selling -: The bank > two mines possible"),
            ("The bank stopped paying its clerks.", "paying -: The bank > its clerks not"),
            ("Pia Lund was the first pilot to climb the peak.", "climb -: Pia Lund > the peak"),
            ("The mayor was unable to find a buyer.", "find -: The mayor > a buyer not"),
            ("The mayor is likely to find a buyer.", "find -: The mayor > a buyer future"),
            ("The mayor was able to find a buyer.", "find -: The mayor > a buyer"),
            ("The mayor was too ill to greet the crowd.", "greet -: The mayor > the crowd not"),
            ("Dozens more had to be evacuated.", "evacuated AID:  > Dozens"),
            ("The firm had a month to sell the mine.", "sell -:  > the mine future"),
            ("The fire is thought to have started in a kitchen.", "started -:  > The fire possible"),
            ("Pia Lund was the first holder of the post to pray there.", "pray -: Pia Lund > "),
            ("The driver was taken to hospital by ambulance.", "taken -:  > The driver"),
            ("Thieves tricked clerks into paying a fine.", "paying -: clerks > a fine"),
            ("He told them that the visit was wrong and demanded an answer.", "demanded REQUEST: He > an answer"),
            ("The clerks blamed a tax, which they said had doubled.", "doubled -:  > a tax"),
            ("She denied that the firm was closing and spoke of its lenders.", "spoke -: She > "),
            ("He called it a verdict that a jury had awarded to Norbank.", "awarded -: a jury > a verdict"),
            ("His rivals accused him of theft.", "accused ACCUSE: His rivals > him"),
            ("Clerks said the firm was closing and blamed tariffs.", "blamed ACCUSE: Clerks > tariffs"),
            ("Norbank dropped claims that the clerk stole a car.", "stole -: the clerk > a car possible"),
            ("Norbank read the claims that Ana Ruiz published.", "published -: Ana Ruiz > the claims"),
            ("He was held on suspicion of stealing a car.", "stealing -: He > a car possible"),
            ("He took charge of building the car.", "building -: He > the car"),
            ("The mayor lost by 212 votes.", "lost -: The mayor > "),
            ("Bo Pike was arrested and fined £500.", "fined SANCTION:  > Bo Pike"),
            ("Rovers outlasted United to reach the final.", "reach -: Rovers > the final"),
            ("They demanded that the mine be shut.", "shut -:  > the mine possible"),
            ("Firms can be fined up to 4% of their sales for failing to protect data.", "protect -: Firms > data not"),
            ("Teachers walked out on Monday.", "walked out PROTEST: Teachers > "),
            ("Guards stopped the nun but let the driver go.", "go -: the driver > "),
            ("The firm passed Norbank to become the largest lender.", "become -: The firm > "),
            ("The union called for a vote.", "called REQUEST: The union > a vote"),
            ("Ana Ruiz went on national television to calm voters.", "went -: Ana Ruiz > "),
            ("Banks told to repay clients\n\nBanks must repay £4.2m, a court ruled on Monday.", "told REQUEST:  > Banks"),
            ("Depot bombed in Norland\n\nRebels bombed the depot on Monday.", "bombed ASSAULT:  > Depot"),
            ("Man held after car hits shoppers\n\nPolice are holding a man of 42.", "held -:  > Man"),
            ("Man held after car hits shoppers\n\nPolice are holding a man of 42.", "hits -: car > shoppers"),
            ("Norland recalls envoy, halts aid\n\nNorland has recalled its envoy.", "halts SANCTION: Norland > aid"),
            ("Plan for ferry rejected in Norland\n\nA plan for a ferry has been rejected.", "rejected REJECT:  > Plan"),
            ("Regulator clears merger of banks\n\nBy Nora Whit\n\nTwo banks may merge.", "clears -: Regulator > merger of banks"),
        ],
        silent: &[
            "The mayor is old.",
            "The town has two bridges.",
            "The storm was to blame.",
            "Three men were missing.",
            "It was worth an estimated £1.3bn.",
        ],
    },
    Card {
        id: LIGHT,
        what: "An event noun that is the object of a light verb takes that verb's subject for the one who does it.",
        fires: &[("Gunmen launched an attack on a depot.", "attack ASSAULT: Gunmen > a depot")],
        silent: &["Gunmen launched a website."],
    },
    Card {
        id: NOUN,
        what: "An event noun stands for an event; \"of\", \"by\" and the possessor name who takes part.",
        fires: &[
            ("The arrest of the editor by police surprised the town.", "arrest COERCE: police > the editor"),
            ("A meeting between Ana Ruiz and Bo Pike failed.", "meeting CONSULT: Ana Ruiz > Bo Pike"),
            ("The minister promised an inquiry.", "inquiry ACCUSE: The minister >  future"),
            ("The nine-day strike is over.", "strike PROTEST:  > "),
            ("The drone strike was a mistake.", "strike ASSAULT:  > "),
            ("The bank opened an inquiry.", "inquiry ACCUSE: The bank > "),
            ("They spoke of Monday's quake.", "quake -:  > "),
            ("Ana Ruiz spoke on a conference call.", "call CONSULT:  > "),
            ("The union called for a vote.", "vote -:  >  possible"),
            ("He spoke of fears of an attack.", "attack ASSAULT:  >  possible"),
            ("The planned merger alarmed the town.", "merger -:  >  future"),
            ("The cancelled concert was a loss for the town.", "concert -:  >  not"),
            ("A dam could prevent a flood.", "flood -:  >  not"),
            ("The bank would face an inquiry.", "inquiry ACCUSE:  >  future"),
            ("The bank would survive the inquiry.", "inquiry ACCUSE:  > "),
            ("She thanked them for a donation from Norbank.", "donation AID: Norbank > "),
            ("She spoke of a withdrawal from Norland.", "withdrawal RETREAT:  > Norland"),
            ("The police chief was in charge of the inquiry.", "inquiry ACCUSE:  > "),
            ("Norbank announced a merger.", "merger -: Norbank >  future"),
            ("Treasurer jailed over theft\n\nBy Nora Whit\n\nA treasurer was jailed on Monday.", "theft -:  > "),
        ],
        silent: &["The Strike Prevention Committee is old.", "We owe her a great deal.", "She holds the Order of Canada."],
    },
];
