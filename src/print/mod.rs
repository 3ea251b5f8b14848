//! The analysis to bytes.

use std::io::{self, Write};

use nutgraf::Analysis;

/// One JSON object without a line break.
pub fn json(out: &mut impl Write, analysis: &Analysis) -> io::Result<()> {
    serde_json::to_writer(out, analysis).map_err(Into::into)
}
