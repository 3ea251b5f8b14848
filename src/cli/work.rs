//! What is done with one piece, on whichever thread: decode, analyse, print into memory.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use nutgraf::Options;

use super::exit::Exit;
use super::messages::{Message, Weight};
use crate::print::{self, Format, Look};
use crate::reader::{Article, BadRecord, Charset, Code, Piece};

/// How every piece is treated.
pub struct Work {
    pub options: Options,
    pub format: Format,
    pub look: Look,
    pub charset: Charset,
    /// Whether a bad record makes the exit code 1.
    pub strict: bool,
}

/// What became of a piece.
#[derive(Debug, Default)]
pub struct Done {
    /// Its part of the output; `None` when there is nothing to stand there.
    pub output: Option<Vec<u8>>,
    pub messages: Vec<Message>,
    pub exit: Exit,
    /// Why output that was to go on at once did not.
    pub failed: Option<io::Error>,
}

impl Work {
    /// What comes of a piece. A long one's output goes `onward` in stretches, where it may; the last stretch is given back.
    pub fn perform(&self, piece: Piece, onward: Option<&mut dyn Write>) -> Done {
        let (path, line) = piece.place();
        let mut done = Done::default();
        let mut say = |weight, text: String| done.messages.push(Message { weight, path: path.to_string(), line, text });
        match piece.open(self.charset) {
            Ok(Ok(article)) => {
                let id = article.id.clone();
                match catch_unwind(AssertUnwindSafe(|| self.analyse(article, onward))) {
                    Ok((output, warnings, note)) => {
                        warnings.into_iter().for_each(|w| say(Weight::Warning, w));
                        say(Weight::Note, note);
                        match output {
                            Ok(output) => done.output = Some(output),
                            Err(error) => done.failed = Some(error),
                        }
                    }
                    Err(_) => {
                        let text = "the analysis failed; this is a bug in nutgraf".to_string();
                        say(Weight::Error, text.clone());
                        done.exit = Exit::Trouble;
                        done.output = line.and_then(|line| print::bad_record(self.format, &BadRecord::new(id, line, Code::Internal, text)));
                    }
                }
            }
            Ok(Err(bad)) => {
                say(Weight::BadRecord, bad.error.message.clone());
                if self.strict {
                    done.exit = Exit::Trouble;
                }
                done.output = print::bad_record(self.format, &bad);
            }
            Err(fault) => {
                say(Weight::Error, fault.message);
                done.exit = Exit::Trouble;
            }
        }
        done
    }

    /// The output, the warnings, and a note for who wants to hear more.
    fn analyse(&self, article: Article, onward: Option<&mut dyn Write>) -> (io::Result<Vec<u8>>, Vec<String>, String) {
        let Article { id, text, title, published, warnings } = article;
        let options = Options { title, published: self.options.published.or(published), ..self.options.clone() };
        nutgraf::stages::view(&text, &options, &mut nutgraf::stages::Unwatched, |findings| {
            let mut head = findings.head();
            head.id = id;
            head.warnings.splice(..0, warnings);
            let output = print::document(self.format, &self.look, &head, findings, &text, onward);
            let [actors, quotes, figures, events] = findings.counts();
            let note = format!("{} bytes, {actors} actors, {quotes} quotes, {figures} figures, {events} events", text.len());
            (output, head.warnings, note)
        })
    }
}
