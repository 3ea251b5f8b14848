//! Text to [`Document`]: paragraphs and their kinds, words, sentences.
//!
//! `layout` cuts the text into paragraphs and says what each is, `words` cuts a paragraph into tokens, `sentences` groups
//! the tokens. Nothing is lost: tokens and the blanks between them give back the text.

mod abbreviation;
mod layout;
mod quotes;
mod sentences;
mod starter;
pub(crate) mod words;

use crate::text::Document;

/// Tokens of a sentence, about: what room is needed for sentences.
const TOKENS_PER_SENTENCE: usize = 20;

/// Cuts a text into paragraphs, tokens and sentences.
pub fn tokenize(text: &str) -> Document<'_> {
    let spans = layout::paragraphs(text);
    let mut ends = Vec::with_capacity(spans.len());
    let mut scan = words::Scan::of(text);
    for &span in &spans {
        words::scan(text, span, &mut scan);
        quotes::pair(text, &mut scan.tokens, &scan.quotes);
        ends.push(scan.tokens.len());
    }
    scan.finish();
    let words::Scan { tokens, turns, exclaims, .. } = scan;
    let mut doc = Document { text, tokens, ..Document::default() };
    doc.paragraphs.reserve(spans.len());
    doc.sentences.reserve(doc.tokens.len() / TOKENS_PER_SENTENCE + spans.len());
    let register = if exclaims { sentences::Register::of(&doc, &turns, &ends) } else { sentences::Register::News };
    let mut turns = sentences::Turns::new(&turns);
    let mut first = 0;
    for (&span, end) in spans.iter().zip(ends) {
        sentences::split(&mut doc, first..end, span, register, &mut turns);
        first = end;
    }
    layout::kinds(&mut doc);
    doc
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::tokenize;
    use crate::text::{Document, Shape};

    /// Every token, sentence and paragraph lies where it says, in order, and only blanks lie between tokens.
    fn holds_together(doc: &Document) {
        let mut at = 0;
        for token in &doc.tokens {
            let between = &doc.text[at..token.span.start as usize];
            assert!(between.chars().all(super::words::is_blank), "{between:?} is in no token of {:?}", doc.text);
            assert!(!token.span.is_empty(), "an empty token in {:?}", doc.text);
            assert_eq!(token.shape.has(Shape::SPACE_BEFORE), !between.is_empty() || at == 0, "{:?} in {:?}", doc.slice(token.span), doc.text);
            at = token.span.end as usize;
        }
        assert!(doc.text[at..].chars().all(super::words::is_blank), "an end in no token of {:?}", doc.text);
        let mut next = 0;
        for sentence in &doc.sentences {
            assert_eq!((sentence.tokens.first(), sentence.span), (next, doc.span_of(sentence.tokens)));
            assert!(!sentence.tokens.is_empty() && doc.tokens[next].shape.has(Shape::SENTENCE_START));
            next = sentence.tokens.end as usize;
        }
        assert_eq!(next, doc.tokens.len(), "tokens in no sentence of {:?}", doc.text);
        let mut sentence = 0;
        for paragraph in &doc.paragraphs {
            assert_eq!(paragraph.first_sentence, sentence);
            assert!(paragraph.end_sentence > sentence, "a paragraph without a sentence in {:?}", doc.text);
            sentence = paragraph.end_sentence;
        }
        assert_eq!(sentence as usize, doc.sentences.len());
        for span in doc.title.into_iter().chain(doc.dateline.map(|d| d.whole)) {
            assert!(doc.text.get(span.range()).is_some());
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_of_any_text(text in any::<String>()) {
            holds_together(&tokenize(&text));
        }

        #[test]
        fn nothing_is_lost_of_what_looks_like_news(
            parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..40)
        ) {
            holds_together(&tokenize(&parts.concat()));
        }
    }

    /// Pieces that the scanner treats each in its own way.
    const PARTS: &[&str] = &[
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\u{2028}",
        "\u{a0}",
        "\u{200b}",
        "\t",
        "The",
        "council",
        "U.S",
        "Mr",
        "don",
        "n't",
        "'s",
        "’s",
        "’",
        "'",
        "‘",
        "“",
        "”",
        "\"",
        "``",
        "''",
        ".",
        ". . .",
        "...",
        "…",
        "!",
        "?",
        ",",
        ";",
        ":",
        "(",
        ")",
        "[",
        "]",
        "-",
        "--",
        "—",
        "_",
        "*",
        "/",
        "&",
        "@",
        "#",
        "$",
        "£",
        "%",
        "°",
        "é",
        "e\u{301}",
        "Ж",
        "नमस्ते",
        "漢字",
        "👩‍👩‍👧",
        "🇬🇧",
        "ı",
        "İ",
        "½",
        "1",
        "2,000",
        "3.5",
        "1990s",
        "7th",
        "a",
        "b)",
        "1)",
        "•",
        "http://",
        "www.",
        "example.com",
        "n",
        "N°",
        "Rs",
        "PARIS",
        "(AP)",
        "May 3",
        "\u{200d}",
        "\u{feff}",
        "\u{ad}",
        "cannot",
        "y'all",
        "AT",
        "T",
        "=",
        "<",
        ">",
        "~",
        "^",
        "\\",
        "\u{0}",
    ];

    fn sentences(text: &str) -> Vec<String> {
        let doc = tokenize(text);
        doc.sentences.iter().map(|s| doc.slice(s.span).to_string()).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, cuts) in [
            ("The vote is on Nov. 3. Mr. Roe will not stand.", &["The vote is on Nov. 3.", "Mr. Roe will not stand."][..]),
            ("She moved to the U.S. in May. He left the U.S. She did not.", &["She moved to the U.S. in May.", "He left the U.S.", "She did not."]),
            ("“We waited. Nobody came,” she said.", &["“We waited.", "Nobody came,” she said."]),
            ("“Why now?” Ana Roe asked. “Who knows?” said Lee.", &["“Why now?” Ana Roe asked.", "“Who knows?” said Lee."]),
            ("Prices rose 2.5 percent. (They fell in May.) Rents did not.", &["Prices rose 2.5 percent.", "(They fell in May.)", "Rents did not."]),
            ("They met Del. Will Roe and Del. Grace Holt.", &["They met Del. Will Roe and Del. Grace Holt."]),
            ("He lives in Dover, Del. Roe said so.", &["He lives in Dover, Del.", "Roe said so."]),
            ("He works for Dale Corp. The firm is old.", &["He works for Dale Corp.", "The firm is old."]),
            (
                "It opens at 9 a.m. Monday. It shuts at 5 p.m. Visitors may stay.",
                &["It opens at 9 a.m. Monday.", "It shuts at 5 p.m.", "Visitors may stay."],
            ),
            ("The old pier Photo: Ana Roe", &["The old pier", "Photo: Ana Roe"]),
            ("It is over.Nobody won.", &["It is over.", "Nobody won."]),
            ("Well... maybe. He paused . . . and left.", &["Well... maybe.", "He paused . . . and left."]),
            (
                "Write to ana.roe@example.org. See www.example.org/a.b?c=d. Then wait.",
                &["Write to ana.roe@example.org.", "See www.example.org/a.b?c=d.", "Then wait."],
            ),
        ] {
            assert_eq!(sentences(text), cuts, "{text}");
        }
    }

    #[test]
    fn stories_keep_speech_whole() {
        assert_eq!(sentences("\"Look! A boat! It is ours,\" said Ana."), ["\"Look! A boat! It is ours,\" said Ana."]);
        assert_eq!(sentences("\"Look. A boat is coming,\" said Ana."), ["\"Look.", "A boat is coming,\" said Ana."]);
    }
}
