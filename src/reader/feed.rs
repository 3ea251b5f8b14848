//! The inputs of the command line in order, cut into pieces, never more than one of them in memory here.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::walk::{EXTENSIONS, Walk, extension};
use super::{Charset, Fault, LONGEST, Piece, binary, jsonl, lines};

/// Bytes read at once.
const BUFFER: usize = 64 << 10;

/// How an input is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By its extension, else by its first bytes.
    Auto,
    /// One article.
    Text,
    /// One article a line.
    Jsonl,
}

/// What to read, and how.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// Files and folders; "-" is standard input.
    pub paths: Vec<PathBuf>,
    pub kind: Kind,
    pub charset: Charset,
}

/// Where the pieces go; it breaks the flow when nobody wants more of them.
pub trait Sink {
    fn take(&mut self, piece: Piece) -> ControlFlow<()>;

    /// The next read may have to wait for whoever writes to us: a good time to flush.
    fn pause(&mut self) -> ControlFlow<()>;
}

impl Inputs {
    /// Whether this is one plain article, for which no threads are worth starting.
    pub fn is_one_article(&self) -> bool {
        matches!(&self.paths[..], [path] if !path.is_dir() && self.kind_of(path) == Kind::Text)
    }

    /// How the path is read, as far as its name tells.
    fn kind_of(&self, path: &Path) -> Kind {
        match extension(path).as_deref() {
            _ if self.kind != Kind::Auto => self.kind,
            Some("jsonl" | "ndjson") => Kind::Jsonl,
            Some("txt" | "md" | "html" | "htm") => Kind::Text,
            _ => Kind::Auto,
        }
    }
}

/// Hands the pieces of all inputs to the sink, in order.
pub fn feed(inputs: &Inputs, sink: &mut impl Sink) -> ControlFlow<()> {
    for path in &inputs.paths {
        if path.as_os_str() == "-" {
            one(inputs, path, BufReader::with_capacity(BUFFER, io::stdin().lock()), sink)?;
        } else if path.is_dir() {
            let mut entries = Walk::new(path).peekable();
            if entries.peek().is_none() {
                sink.take(unreadable(path, &format!("no article in this folder (.{})", EXTENSIONS.join(" ."))))?;
            }
            for entry in entries {
                match entry {
                    Ok(path) => file(inputs, &path, sink)?,
                    Err((path, error)) => sink.take(unreadable(&path, &error))?,
                }
            }
        } else {
            file(inputs, path, sink)?;
        }
    }
    ControlFlow::Continue(())
}

fn unreadable(path: &Path, message: &dyn ToString) -> Piece {
    Piece::Unreadable(Fault { path: path.to_string_lossy().into(), message: message.to_string() })
}

fn file(inputs: &Inputs, path: &Path, sink: &mut impl Sink) -> ControlFlow<()> {
    match File::open(path) {
        Ok(file) => one(inputs, path, BufReader::with_capacity(BUFFER, file), sink),
        Err(error) => sink.take(unreadable(path, &error)),
    }
}

/// One input: what it is, then its pieces.
fn one<R: Read>(inputs: &Inputs, path: &Path, mut input: BufReader<R>, sink: &mut impl Sink) -> ControlFlow<()> {
    let known = inputs.kind_of(path);
    let pieces = look(inputs, known, &mut input).and_then(|(kind, begun)| match kind {
        Kind::Jsonl => records(inputs, path, begun, &mut input, sink),
        _ => document(inputs, path, begun, input, sink),
    });
    pieces.unwrap_or_else(|error| sink.take(unreadable(path, &error)))
}

/// Tells text from JSON Lines by the first line, which it returns with its end when it had to read it.
fn look<R: Read>(inputs: &Inputs, known: Kind, input: &mut BufReader<R>) -> io::Result<(Kind, Vec<u8>)> {
    let head = input.fill_buf()?;
    if inputs.charset == Charset::Auto
        && let Some(why) = binary::why_not_text(&head[..head.len().min(binary::HEAD)])
    {
        return Err(io::Error::other(why));
    }
    if known != Kind::Auto || !without_mark(head).starts_with(b"{") {
        return Ok((known, Vec::new()));
    }
    let (line, read) = lines::next(input)?;
    let mut line = line.ok_or_else(too_long)?;
    let kind = if jsonl::looks_like_record(without_mark(&line)) { Kind::Jsonl } else { Kind::Text };
    if read > line.len() {
        line.push(b'\n');
    }
    Ok((kind, line))
}

/// All of an input as one article.
fn document(inputs: &Inputs, path: &Path, begun: Vec<u8>, input: impl Read, sink: &mut impl Sink) -> io::Result<ControlFlow<()>> {
    let mut bytes = begun;
    input.take((LONGEST + 1).saturating_sub(bytes.len()) as u64).read_to_end(&mut bytes)?;
    if bytes.len() > LONGEST {
        return Err(too_long());
    }
    // Nothing on standard input is no article; an empty file is an empty one.
    if bytes.is_empty() && inputs.kind == Kind::Auto && path.as_os_str() == "-" {
        return Ok(ControlFlow::Continue(()));
    }
    let page = inputs.kind == Kind::Auto && matches!(extension(path).as_deref(), Some("html" | "htm"));
    Ok(sink.take(Piece::Document { path: path.to_string_lossy().into(), bytes, page }))
}

/// An input line by line, each one that is not blank an article.
fn records<R: Read>(inputs: &Inputs, path: &Path, begun: Vec<u8>, input: &mut BufReader<R>, sink: &mut impl Sink) -> io::Result<ControlFlow<()>> {
    if !inputs.charset.cuts_lines() || [&b"\xff\xfe"[..], b"\xfe\xff"].iter().any(|mark| input.buffer().starts_with(mark)) {
        return Err(io::Error::other("JSON Lines are not read in UTF-16"));
    }
    let path: Arc<str> = path.to_string_lossy().into();
    let mut begun = Some(begun).filter(|line| !line.is_empty());
    let mut number = 0;
    loop {
        let line = match begun.take() {
            Some(line) => Some(line),
            None => {
                if input.buffer().is_empty() && sink.pause().is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                let (line, read) = lines::next(input)?;
                if read == 0 {
                    return Ok(ControlFlow::Continue(()));
                }
                line
            }
        };
        number += 1;
        // A mark stands at the start of a line where files were joined.
        let line = line.map(|line| if without_mark(&line).len() < line.len() { line[MARK.len()..].to_vec() } else { line });
        if line.as_deref().is_none_or(|line| !line.trim_ascii().is_empty())
            && sink.take(Piece::Record { path: path.clone(), number, line }).is_break()
        {
            return Ok(ControlFlow::Break(()));
        }
    }
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(MARK).unwrap_or(bytes)
}

fn too_long() -> io::Error {
    io::Error::other(format!("not read: it is longer than {LONGEST} bytes"))
}
