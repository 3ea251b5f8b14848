//! Examples of relations, by hand-tagged sentences.

use crate::tagger::groups::examples::{relations, with};

fn check(cases: &[(&str, &[&str])]) {
    for (tagged, wanted) in cases {
        assert_eq!(relations(tagged), *wanted, "{tagged}");
    }
}

#[test]
fn what_stands_between_does_not_part_subject_and_verb() {
    check(&[
        ("The/DT group/NN ,/, which/WDT attacked/VBD the/DT town/NN ,/, left/VBD", &["attacked(group, town)", "left(group, -)"]),
        ("Ana/NNP Ruiz/NNP ,/, the/DT mayor/NN of/IN Oslo/NNP ,/, resigned/VBD", &["resigned(Ruiz, -)"]),
        ("The/DT deal/NN ,/, officials/NNS said/VBD ,/, would/MD fail/VB", &["said(officials, -)", "fail(deal, -)"]),
        ("The/DT man/NN I/PRP met/VBD left/VBD", &["met(I, man)", "left(man, -)"]),
        ("They/PRP met/VBD a/DT man/NN in/IN his/PRP$ thirties/NNS who/WP sang/VBD", &["met(They, man)", "sang(man, -)"]),
        ("They/PRP met/VBD a/DT man/NN with/IN men/NNS who/WP sang/VBD", &["met(They, man)", "sang(men, -)"]),
        ("They/PRP met/VBD Ana/NNP Ruiz/NNP of/IN Norbank/NNP ,/, who/WP sang/VBD", &["met(They, Ruiz)", "sang(Ruiz, -)"]),
        ("They/PRP met/VBD a/DT friend/NN of/IN Ana/NNP Ruiz/NNP ,/, who/WP sang/VBD", &["met(They, friend)", "sang(Ruiz, -)"]),
        ("Bo/NNP Vale/NNP ,/, 49/CD ,/, from/IN Oslo/NNP ,/, who/WP sang/VBD ,/, left/VBD", &["sang(Vale, -)", "left(Vale, -)"]),
        ("Bo/NNP Vale/NNP ,/, a/DT clerk/NN at/IN Norbank/NNP ,/, who/WP sang/VBD ,/, left/VBD", &["sang(Vale, -)", "left(Vale, -)"]),
        ("The/DT mayor/NN -LRB-/-LRB- a/DT lawyer/NN -RRB-/-RRB- resigned/VBD", &["resigned(mayor, -)"]),
    ]);
}

#[test]
fn a_clause_behind_a_preposition_or_a_conjunction_has_its_own_subject() {
    check(&[
        ("It/PRP fell/VBD after/IN the/DT head/NN of/IN the/DT council/NN left/VBD", &["fell(It, -)", "left(head, -)"]),
        ("He/PRP stayed/VBD ,/, and/CC the/DT men/NNS who/WP came/VBD left/VBD", &["stayed(He, -)", "came(men, -)", "left(men, -)"]),
        ("Killing/VBG men/NNS is/VBZ banned/VBN", &["Killing(-, men)", "banned(-, -)"]),
        ("Norair/NNP ,/, an/DT airline/NN ,/, announced/VBN cuts/NNS", &["announced(Norair, cuts)"]),
        ("A/DT plea/NN backed/VBN by/IN men/NNS raised/VBN cash/NN", &["backed(plea, -, by=men)", "raised(plea, cash)"]),
        (
            "They/PRP vowed/VBD in/IN a/DT letter/NN seen/VBN on/IN Friday/NNP to/TO leave/VB",
            &["vowed(They, -)", "seen(letter, -)", "leave(They, -)"],
        ),
        ("They/PRP agreed/VBD on/IN a/DT man/NN asked/VBN to/TO leave/VB", &["agreed(They, -)", "asked(man, -)", "leave(man, -)"]),
        ("They/PRP broke/VBD a/DT vow/NN ,/, made/VBN in/IN May/NNP ,/, to/TO stay/VB", &["broke(They, vow)", "made(vow, -)", "stay(vow, -)"]),
        ("They/PRP left/VBD the/DT town/NN ,/, accused/VBN of/IN theft/NN", &["left(They, town)", "accused(They, -)"]),
        ("For/IN ten/CD years/NNS Ana/NNP Ruiz/NNP ran/VBD it/PRP", &["ran(Ruiz, it)"]),
        ("Bo/NNP ,/, who/WP has/VBZ two/CD sons/NNS ,/, banned/VBN cars/NNS", &["has(Bo, sons)", "banned(Bo, cars)"]),
        ("He/PRP died/VBD in/IN May/NNP ,/, and/CC a/DT son/NN ,/, Bo/NNP ,/, left/VBD", &["died(He, -)", "left(son, -)"]),
        ("Norair/NNP ,/, which/WDT owns/VBZ ships/NNS ,/, called/VBN on/IN them/PRP", &["owns(Norair, ships)", "called(Norair, -)"]),
        ("After/IN Norair/NNP sold/VBN a/DT ship/NN ,/, it/PRP left/VBD", &["sold(Norair, ship)", "left(it, -)"]),
        ("It/PRP was/VBD beaten/VBN by/IN 12/CD votes/NNS", &["beaten(It, -)"]),
        ("It/PRP was/VBD beaten/VBN by/IN 12/CD men/NNS", &["beaten(It, -, by=men)"]),
        ("Protesters/NNS clashed/VBN with/IN police/NNS", &["clashed(Protesters, -)"]),
    ]);
}

#[test]
fn a_place_does_nothing() {
    check(&[
        ("Men/NNS marched/VBD in/IN Oslo/NNP demanding/VBG talks/NNS", &["marched(Men, -)", "demanding(Men, talks)"]),
        ("Men/NNS stood/VBD outside/IN the/DT court/NN chanting/VBG", &["stood(Men, -)", "chanting(Men, -)"]),
        ("Men/NNS spoke/VBD to/IN crowds/NNS chanting/VBG slogans/NNS", &["spoke(Men, -)", "chanting(crowds, slogans)"]),
        ("The/DT car/NN blew/VBD up/RP seconds/NNS after/IN that/DT", &["blew(car, -)"]),
    ]);
}

#[test]
fn the_gap_of_a_relative_clause_is_filled() {
    check(&[
        ("the/DT plant/NN which/WDT they/PRP plan/VBP to/TO build/VB", &["plan(they, -)", "build(they, plant)"]),
        ("a/DT plan/NN which/WDT they/PRP think/VBP failed/VBD", &["think(they, -)", "failed(plan, -)"]),
        ("Ana/NNP Ruiz/NNP ,/, president/NN of/IN Quorl/NNP ,/, who/WP left/VBD ,/, wept/VBD", &["left(Ruiz, -)", "wept(Ruiz, -)"]),
        ("Ana/NNP Ruiz/NNP ,/, mother/NN of/IN Bo/NNP Quorl/NNP ,/, who/WP left/VBD ,/, wept/VBD", &["left(Quorl, -)", "wept(Ruiz, -)"]),
        ("talks/NNS in/IN Oslo/NNP that/WDT ended/VBD the/DT war/NN", &["ended(talks, war)"]),
        ("a/DT founder/NN of/IN Norair/NNP that/WDT owns/VBZ ships/NNS", &["owns(Norair, ships)"]),
        ("a/DT ship/NN that/IN it/PRP bought/VBD in/IN May/NNP", &["bought(it, ship)"]),
        ("a/DT plan/NN that/WDT voters/NNS backed/VBN by/IN 11/CD votes/NNS", &["backed(voters, plan)"]),
        ("a/DT blast/NN in/IN which/WDT two/CD men/NNS died/VBD", &["died(men, -)"]),
        ("Clerks/NNS ,/, some/DT of/IN whom/WP wept/VBD ,/, left/VBD", &["wept(some, -)", "left(Clerks, -)"]),
        (
            "The/DT storm/NN ,/, which/WDT they/PRP rated/VBD EF3/NN ,/, destroyed/VBN homes/NNS and/CC cut/VBD power/NN",
            &["rated(they, EF3)", "destroyed(storm, homes)", "cut(storm, power)"],
        ),
        ("They/PRP wrote/VBD and/CC published/VBD a/DT book/NN", &["wrote(They, book)", "published(They, book)"]),
        ("Whoever/WP wins/VBZ the/DT race/NN inherits/VBZ it/PRP", &["wins(Whoever, race)", "inherits(Whoever, it)"]),
        ("What/WP began/VBD as/IN a/DT protest/NN became/VBD a/DT riot/NN", &["began(What, -)", "became(What, -, is=riot)"]),
        ("He/PRP saw/VBD what/WP happened/VBD and/CC left/VBD", &["saw(He, -)", "happened(what, -)", "left(what, -)"]),
    ]);
}

#[test]
fn a_clause_may_be_what_a_verb_says() {
    check(&[
        ("Officials/NNS said/VBD rebels/NNS shelled/VBD the/DT town/NN", &["said(Officials, -)", "shelled(rebels, town)"]),
        ("He/PRP said/VBD that/IN the/DT bill/NN failed/VBD", &["said(He, -)", "failed(bill, -)"]),
        ("``/`` We/PRP won/VBD ,/, ''/'' said/VBD Ana/NNP Ruiz/NNP", &["won(We, -)", "said(Ruiz, -)"]),
        ("``/`` We/PRP won/VBD ,/, ''/'' she/PRP said/VBD", &["won(We, -)", "said(she, -)"]),
        (
            "Farmers/NNS say/VBP the/DT rules/NNS ,/, drawn/VBN up/RP by/IN officials/NNS ,/, hurt/VBP them/PRP",
            &["say(Farmers, -)", "drawn(rules, -, by=officials)", "hurt(rules, them)"],
        ),
        ("He/PRP said/VBD the/DT rules/NNS ,/, a/DT gift/NN to/TO banks/NNS ,/, hurt/VBD farmers/NNS", &["said(He, -)", "hurt(rules, farmers)"]),
        ("He/PRP said/VBD men/NNS who/WP cast/VBD a/DT vote/NN left/VBD", &["said(He, -)", "cast(men, vote)", "left(men, -)"]),
        ("He/PRP read/VBD the/DT letter/NN ,/, wept/VBD and/CC left/VBD", &["read(He, letter)", "wept(He, -)", "left(He, -)"]),
    ]);
}

#[test]
fn clauses_with_their_own_opener() {
    check(&[
        ("When/WRB he/PRP came/VBD home/RB ,/, the/DT dog/NN barked/VBD", &["came(he, -)", "barked(dog, -)"]),
        ("She/PRP resigned/VBD after/IN the/DT council/NN voted/VBD", &["resigned(She, -)", "voted(council, -)"]),
        ("Blocking/VBG the/DT road/NN ,/, protesters/NNS sang/VBD", &["Blocking(protesters, road)", "sang(protesters, -)"]),
    ]);
}

#[test]
fn subjects_by_coordination_control_and_reduction() {
    check(&[
        ("Rebels/NNS attacked/VBD the/DT town/NN and/CC burned/VBD houses/NNS", &["attacked(Rebels, town)", "burned(Rebels, houses)"]),
        ("He/PRP said/VBD it/PRP would/MD slow/VB and/CC blamed/VBD us/PRP", &["said(He, -)", "slow(it, -)", "blamed(He, us)"]),
        ("He/PRP said/VBD it/PRP slowed/VBD and/CC fell/VBD", &["said(He, -)", "slowed(it, -)", "fell(it, -)"]),
        ("He/PRP said/VBD it/PRP is/VBZ a/DT step/NN and/CC warned/VBD us/PRP", &["said(He, -)", "is(it, -, is=step)", "warned(He, us)"]),
        (
            "They/PRP sold/VBD it/PRP to/TO Norair/NNP ,/, which/WDT wanted/VBD it/PRP ,/, and/CC left/VBD",
            &["sold(They, it)", "wanted(Norair, it)", "left(They, -)"],
        ),
        (
            "They/PRP met/VBD men/NNS who/WP robbed/VBD it/PRP ,/, shot/VBD him/PRP ,/, and/CC fled/VBD",
            &["met(They, men)", "robbed(men, it)", "shot(men, him)", "fled(men, -)"],
        ),
        ("They/PRP rejected/VBD a/DT plan/NN to/TO borrow/VB money/NN", &["rejected(They, plan)", "borrow(-, money)"]),
        ("They/PRP told/VBD of/IN a/DT plan/NN to/TO borrow/VB money/NN", &["told(They, -)", "borrow(They, money)"]),
        ("They/PRP voted/VBD to/TO expel/VB Norland/NNP", &["voted(They, -)", "expel(They, Norland)"]),
        ("They/PRP urged/VBD the/DT firm/NN to/TO rehire/VB him/PRP", &["urged(They, firm)", "rehire(firm, him)"]),
        ("They/PRP marched/VBD ,/, blocking/VBG the/DT bridge/NN", &["marched(They, -)", "blocking(They, bridge)"]),
        ("They/PRP called/VBD on/IN him/PRP to/TO leave/VB", &["called(They, -)", "leave(him, -)"]),
        ("They/PRP drove/VBD to/IN Oslo/NNP to/TO sign/VB it/PRP", &["drove(They, -)", "sign(They, it)"]),
        ("They/PRP fined/VBD the/DT bank/NN 9/CD euros/NNS for/IN hiding/VBG it/PRP", &["fined(They, euros, to=bank)", "hiding(bank, it)"]),
        ("It/PRP took/VBD crews/NNS an/DT hour/NN to/TO land/VB", &["took(It, crews)", "land(crews, -)"]),
        ("It/PRP takes/VBZ courage/NN to/TO land/VB", &["takes(It, courage)", "land(-, -)"]),
        ("The/DT firm/NN makes/VBZ money/NN selling/VBG ads/NNS", &["makes(firm, money)", "selling(firm, ads)"]),
        ("The/DT firm/NN hired/VBD men/NNS selling/VBG ads/NNS", &["hired(firm, men)", "selling(men, ads)"]),
        ("a/DT bill/NN backed/VBN by/IN Norland/NNP failed/VBD", &["backed(bill, -, by=Norland)", "failed(bill, -)"]),
        ("The/DT mayor/NN was/VBD arrested/VBN and/CC charged/VBN by/IN police/NNS", &["arrested(mayor, -)", "charged(mayor, -, by=police)"]),
    ]);
}

#[test]
fn objects_of_several_kinds() {
    check(&[
        ("Fox/NNP told/VBD Voss/NNP a/DT story/NN", &["told(Fox, story, to=Voss)"]),
        ("They/PRP named/VBD her/PRP minister/NN", &["named(They, her, is=minister)"]),
        ("She/PRP is/VBZ the/DT mayor/NN", &["is(She, -, is=mayor)"]),
        ("There/EX was/VBD a/DT fire/NN", &["was(fire, -)"]),
        ("The/DT mayor/NN there/EX has/VBZ left/VBN", &["left(mayor, -)"]),
        ("They/PRP met/VBD Tuesday/NNP", &["met(They, -)"]),
        ("Did/VBD the/DT mayor/NN resign/VB ?/.", &["resign(mayor, -)"]),
        ("She/PRP signed/VBD into/IN law/NN a/DT ban/NN", &["signed(She, ban)"]),
        ("Tests/NNS showed/VBD the/DT water/NN contained/VBN lead/NN", &["showed(Tests, -)", "contained(water, lead)"]),
        ("Tests/NNS showed/VBD the/DT water/NN supplied/VBN by/IN Norland/NNP", &["showed(Tests, water)", "supplied(water, -, by=Norland)"]),
    ]);
}

#[test]
fn those_who_act_together_are_tied() {
    let names = with("Ana/NNP ,/, Bo/NNP and/CC Cy/NNP met/VBD in/IN Oslo/NNP", |doc| {
        let subject = doc.verb(0).subject().expect("a subject");
        let all: Vec<_> = doc.conjuncts(subject).map(|n| doc.text_of(doc.noun(n).tokens).to_string()).collect();
        let places: Vec<_> = doc.attached(0).map(|(p, n)| format!("{} {}", doc.word_text(p), doc.text_of(doc.noun(n).tokens))).collect();
        (all, places)
    });
    let judge = "Ana/NNP ,/, a/DT judge/NN in/IN Oslo/NNP ,/, and/CC Cy/NNP ,/, who/WP ran/VBD it/PRP ,/, met/VBD";
    let pair = with(judge, |doc| {
        doc.conjuncts(doc.verb(1).subject().expect("a subject")).map(|n| doc.word_text(doc.noun(n).head).to_string()).collect::<Vec<_>>()
    });
    assert_eq!(pair, ["Ana", "Cy"]);
    assert_eq!(names, (vec!["Ana".into(), "Bo".into(), "Cy".into()], vec!["in Oslo".to_string()]));
}
