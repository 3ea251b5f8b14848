//! nutgraf reads an English news article and says who acts, who said what, how much money, and what happened.
//!
//! ```
//! let analysis = nutgraf::analyze("The council paid £2m for the site on Tuesday.", &nutgraf::Options::default());
//! assert_eq!(analysis.sentences.unwrap().len(), 1);
//! ```
//!
//! The library is pure: text in, an owned [`Analysis`] out. It prints nothing and reads no clock, no environment, no file.

pub mod analysis;
mod extract;
pub mod lexicon;
mod names;
mod options;
#[doc(hidden)]
pub mod stages;
#[cfg(feature = "learn")]
#[doc(hidden)]
pub mod tagger;
#[cfg(not(feature = "learn"))]
mod tagger;
pub mod text;
mod tokenizer;

/// The README's examples, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use analysis::Analysis;
pub use names::Names;
pub use options::{Only, Options};

/// Longest text in bytes: offsets have 32 bits.
pub const TEXT_LIMIT: usize = u32::MAX as usize - 1;

/// Analyses one article.
///
/// A text longer than [`TEXT_LIMIT`] is cut there, and the analysis says so in its warnings.
pub fn analyze(text: &str, options: &Options) -> Analysis {
    stages::analyze(text, options, &mut stages::Unwatched)
}
