//! The corpus: sentences of a CoNLL-U file (ID FORM LEMMA UPOS XPOS …) as the tagger meets them.

use std::fs;

use nutgraf::lexicon::WordId;
use nutgraf::tagger::look::looks;
use nutgraf::tagger::shape_of;
use nutgraf::text::{Document, Sentence as Cut, SentenceKind, Shape, Span, Tag, Token, TokenRange};

/// One sentence with its gold tags and lemmas.
pub struct Sentence {
    /// The words with a blank between.
    pub text: String,
    pub tokens: Vec<Token>,
    pub gold: Vec<Tag>,
    pub upos: Vec<String>,
    pub lemmas: Vec<String>,
    /// The look of each token.
    pub looks: Vec<u8>,
    /// Number of its document.
    pub document: usize,
}

impl Sentence {
    /// The text of a token.
    pub fn word(&self, ix: usize) -> &str {
        &self.text[self.tokens[ix].span.range()]
    }

    /// As a document of this sentence alone.
    pub fn as_document(&self) -> Document<'_> {
        let tokens = TokenRange::new(0, self.tokens.len());
        let span = Span::new(0, self.text.len());
        let cut = Cut { span, tokens, paragraph: 0, kind: SentenceKind::Prose };
        let mut document = Document::default();
        (document.text, document.tokens, document.sentences) = (&self.text, self.tokens.clone(), vec![cut]);
        document
    }
}

/// Reads a file; ranges ("1-2") and empty nodes ("1.1") are left out.
pub fn read(path: &str) -> Vec<Sentence> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let mut document = 0;
    let mut all = Vec::new();
    for block in text.split("\n\n") {
        let mut rows = Vec::new();
        for line in block.lines() {
            document += usize::from(line.starts_with("# newdoc"));
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() >= 5 && !line.starts_with('#') && !cells[0].contains(['-', '.']) {
                rows.push(cells);
            }
        }
        if !rows.is_empty() {
            all.push(sentence(&rows, document));
        }
    }
    all
}

fn sentence(rows: &[Vec<&str>], document: usize) -> Sentence {
    let mut s = Sentence { text: String::new(), tokens: vec![], gold: vec![], upos: vec![], lemmas: vec![], looks: vec![], document };
    let mut quotes = 0;
    for row in rows {
        if !s.text.is_empty() {
            s.text.push(' ');
        }
        let start = s.text.len();
        s.text.push_str(row[1]);
        let mut shape = shape_of(row[1]);
        if row[1].contains("://") || row[1].contains('@') || row[1].starts_with("www.") {
            shape.set(Shape::ADDRESS);
        }
        if s.tokens.is_empty() {
            shape.set(Shape::SENTENCE_START);
        }
        match row[1] {
            "“" | "‘" | "``" => shape.set(Shape::OPEN_QUOTE),
            "\"" if row[4] == "``" || row[4] != "''" && quotes % 2 == 0 => shape.set(Shape::OPEN_QUOTE),
            "\"" | "”" | "''" => shape.set(Shape::CLOSE_QUOTE),
            "'" if row[4] == "``" => shape.set(Shape::OPEN_QUOTE),
            _ => {}
        }
        quotes += usize::from(row[1] == "\"");
        s.tokens.push(Token { span: Span::new(start, s.text.len()), word: WordId::of(row[1]), shape, tag: Tag::None });
        s.gold.push(Tag::from_name(row[4]).unwrap_or(Tag::NFP));
        s.upos.push(row[3].to_string());
        s.lemmas.push(row[2].to_string());
    }
    s.looks = looks(&s.tokens).collect();
    s
}
